import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileError } from './files.ts';

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * What `work` gives back. The folder it works in is new, and removed when it is done, fails or is interrupted, unless it was moved.
 *
 * @param place folder that it is made in; that of the system for temporary files by default
 */
export async function inTemporaryFolder<Result>(
  work: (folder: string) => Promise<Result>,
  place: string = tmpdir(),
): Promise<Result> {
  const folder = makeFolder(place);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const listeners = Object.entries(signals).map(([signal, exitCode]) => {
    const listener = (): void => {
      remove();
      // Who listens besides has something to remove, too, or answers to give first: the last one ends the program.
      if (process.listenerCount(signal) === 0) process.exit(exitCode);
    };
    process.once(signal, listener);
    return { signal, listener };
  });
  try {
    return await work(folder);
  } finally {
    // A signal that came while another program ran is only heard in the next turn of the event loop.
    for (let turn = 0; turn < 2; turn++) await new Promise((resume) => setImmediate(resume));
    for (const { signal, listener } of listeners) process.off(signal, listener);
    remove();
  }
}

function makeFolder(place: string): string {
  try {
    mkdirSync(place, { recursive: true });
    return realpathSync(mkdtempSync(join(place, '.claimset-')));
  } catch (cause) {
    throw fileError(place, cause);
  }
}
