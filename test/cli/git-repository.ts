import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, temporaryFolder } from './run-command.ts';

/** Without the settings of the person who runs the tests, nor of a hook that runs them. */
export const gitEnv: Record<string, string> = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** A git repository in a folder of its own. */
export interface TestRepository {
  readonly top: string;
  /** The absolute path of something in it. */
  path(...parts: readonly string[]): string;
  /** What git prints, and how it ends. */
  git(args: readonly string[], env?: Record<string, string>): { status: number | null; output: string };
  /** Runs claimset in this process, in a folder of the repository. */
  claimset(argv: readonly string[], folder?: string): ReturnType<typeof runCommand>;
}

/** A new repository, removed after the test, with a dataset folder of five sample claims at each path given. */
export async function createRepository(...datasets: readonly string[]): Promise<TestRepository> {
  const top = temporaryFolder();
  const repository: TestRepository = {
    top,
    path: (...parts) => join(top, ...parts),
    git: (args, env = {}) => {
      const { status, stdout, stderr } = spawnSync('git', [...args], {
        cwd: top,
        env: { ...gitEnv, ...env },
        encoding: 'utf8',
      });
      return { status, output: stdout + stderr };
    },
    claimset: (argv, folder = '.') => runCommand(argv, { cwd: join(top, folder), env: gitEnv }),
  };
  repository.git(['init', '--quiet', '--initial-branch=main']);
  for (const dataset of datasets) await repository.claimset(['init', dataset]);
  return repository;
}

/** A line that no claims file may have. */
export const brokenLine = '{"id":"broken"\n';

/** Adds a broken line to the claims of a dataset folder. */
export function breakClaims(repository: TestRepository, dataset = '.'): void {
  appendFileSync(repository.path(dataset, 'claims/sample.jsonl'), brokenLine);
}
