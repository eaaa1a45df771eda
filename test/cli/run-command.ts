import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** The repository, which is itself a dataset folder. */
export const root = resolve(import.meta.dirname, '../..');

/** What a command line gave. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, in a folder, without a terminal. */
export async function runCommand(
  argv: readonly string[],
  { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<CommandResult> {
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const stream = (name: keyof typeof written) => ({
    isTTY: false,
    columns: undefined,
    isOpen: true,
    write: async (piece: string | Uint8Array) => void written[name].push(Buffer.from(piece)),
  });
  const exitCode = await run(argv, { cwd, env, stdout: stream('stdout'), stderr: stream('stderr') });
  return {
    exitCode,
    stdout: Buffer.concat(written.stdout).toString('utf8'),
    stderr: Buffer.concat(written.stderr).toString('utf8'),
  };
}

/** A folder that is removed after the test, or after all tests of a suite whose hook asks for it. */
export function temporaryFolder(until: 'test' | 'suite' = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimset-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (until === 'test') onTestFinished(remove);
  else removedLater.push(remove);
  return folder;
}

const removedLater: (() => void)[] = [];
afterAll(() => {
  for (const remove of removedLater.splice(0)) remove();
});

/** A copy of the repository's dataset folder, removed as {@link temporaryFolder} is. */
export function copyOfDataset(until: 'test' | 'suite' = 'test'): string {
  const folder = temporaryFolder(until);
  for (const name of ['corpus', 'claims', 'claimset.config.json', 'splits.lock.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  return folder;
}
