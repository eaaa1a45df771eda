import type { EngineAtHand } from '../../io/engines/engine-at-hand.ts';
import type { EngineSource } from '../../io/engines/engine-source.ts';
import { countWords } from '../../reporters/count-words.ts';
import { printable } from '../../text/printable.ts';
import type { CommandIo } from '../command-io.ts';
import { createTalk } from '../search/create-talk.ts';
import type { IndexSummary } from './print-index.ts';

/** Fills the engine of an address, and tells on stderr what was gone on with and what was cut. @throws ToolError as the engine's `fill`. */
export async function fillEngine(
  { address, env }: EngineAtHand,
  source: EngineSource,
  io: CommandIo,
): Promise<IndexSummary> {
  // Whoever has no engine does not load what speaks to one.
  const { openEngine } = await import('../../io/engines/open-engine.ts');
  const engine = await openEngine(address, env);
  const { talk, done } = createTalk(io);
  const { articles, records, resumedAt, cut } = await engine.fill(source, (progress) => {
    void talk.tick(() => `filling the engine: ${progress.articles} articles, ${progress.records} records`);
  });
  await done();
  if (resumedAt > 0)
    await talk.say(`Went on where an interrupted run was: behind ${countWords(resumedAt, 'article')}.`);
  if (cut > 0)
    await talk.say(
      `${countWords(cut, 'record')} with more different words than the engine takes: their last words are not found.`,
    );
  const { settings } = source;
  return { index: printable(engine.shown), articles, records: Object.fromEntries(records), settings };
}
