import { queryIdOf } from '../../claims/retrieval-id.ts';
import { mapAhead } from '../../io/search-index/map-ahead.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { printRun } from '../../retrieve/run/print-run.ts';
import { suggestEvidence } from '../../retrieve/suggest/suggest-evidence.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { createProgress } from '../progress.ts';
import type { FoundClaims } from './claims-to-suggest.ts';
import { printClaimSuggestions } from './print-suggestions.ts';
import { defaultTop, type SuggestOptions } from './suggest-options.ts';
import { withSearcher } from './with-searcher.ts';

/** Prints the suggestions for each of many claims, as lines of JSON or of a run. 1 where there are none for any. */
export async function suggestForAll(
  { claims }: FoundClaims,
  options: SuggestOptions,
  io: CommandIo,
): Promise<ExitCode> {
  return withSearcher(options, io, async ({ searcher, language, ahead }) => {
    const progress = createProgress(io);
    const count = options.top ?? defaultTop;
    let [asked, without] = [0, 0];
    const suggested = mapAhead(claims, ahead, async ({ id, claim }) => ({
      id,
      suggestions: await suggestEvidence(searcher, { claim, count, language }),
    }));
    for await (const { id, suggestions } of suggested) {
      if (!io.stdout.isOpen) break;
      asked += 1;
      if (suggestions.length === 0) without += 1;
      await io.stdout.write(
        options.run === undefined
          ? printClaimSuggestions(id, suggestions)
          : [...printRun(queryIdOf(id), suggestions, options.run)].join(''),
      );
      await progress.tick(() => `suggesting: ${asked} of ${countWords(claims.length, 'claim')}`);
    }
    await progress.done();
    await io.stderr.write(
      `${countWords(asked, 'claim')}, ${without === 0 ? 'all with suggestions' : `${formatNumber(without)} without a suggestion`}\n`,
    );
    return asked === without ? 1 : 0;
  });
}
