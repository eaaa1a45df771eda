import { randomUUID } from 'node:crypto';
import type { CommandIo, OutputStream } from '../command-io.ts';

/**
 * Writes to a stream what quotes a user's data. In the log of a GitHub workflow a line of it must not be a command to the runner:
 * there it stands between the commands that stop commands and start them again.
 */
export async function guardWorkflow(
  stream: OutputStream,
  { env }: CommandIo,
  write: () => Promise<void>,
): Promise<void> {
  if (env.GITHUB_ACTIONS !== 'true') return write();
  const token = `claimset-${randomUUID()}`;
  await stream.write(`::stop-commands::${token}\n`);
  await write();
  await stream.write(`::${token}::\n`);
}
