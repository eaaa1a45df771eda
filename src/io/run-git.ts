import { spawnSync } from 'node:child_process';
import { ToolError } from '../errors.ts';

/** Where and how git runs. */
export interface GitContext {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What git reads. */
  readonly input?: Uint8Array;
}

/** More is not read: the names of a million files fit well. */
const maxOutputBytes = 1 << 30;

/**
 * What git prints.
 *
 * @throws ToolError GIT_NOT_FOUND where there is no git, GIT_FAILED with git's own words where it ends with another exit
 *   code than 0.
 */
export function runGit(args: readonly string[], { cwd, env, input }: GitContext): Buffer {
  const { error, status, stdout, stderr } = spawnSync('git', [...args], {
    cwd,
    env: { ...env },
    maxBuffer: maxOutputBytes,
    ...(input !== undefined && { input }),
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
    throw new ToolError('GIT_NOT_FOUND', 'There is no git on this machine. Install it, or add it to PATH.', {
      cause: error,
    });
  }
  if (error === undefined && status === 0) return stdout;
  const said = error?.message ?? stderr.toString('utf8').trim();
  throw new ToolError('GIT_FAILED', `\`git ${args[0] ?? ''}\` failed: ${said}`, { cause: error });
}
