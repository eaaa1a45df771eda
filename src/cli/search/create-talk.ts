import type { CorpusTalk } from '../../io/stores/corpus-talk.ts';
import { printable } from '../../text/printable.ts';
import type { CommandIo } from '../command-io.ts';
import { createProgress } from '../progress.ts';

/** Lines and progress on stderr, for what is opened; `done` wipes the progress. */
export function createTalk(io: CommandIo): {
  readonly talk: Required<CorpusTalk>;
  readonly done: () => Promise<void>;
} {
  const progress = createProgress(io);
  const say = async (message: string): Promise<void> => {
    await progress.done();
    await io.stderr.write(`${printable(message)}\n`);
  };
  return { talk: { say, tick: (text) => progress.tick(text) }, done: () => progress.done() };
}
