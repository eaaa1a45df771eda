import { suggestEvidence } from '../../retrieve/suggest/suggest-evidence.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printSuggestionRecord, printSuggestions, type SuggestedFor } from './print-suggestions.ts';
import { defaultTop, type SuggestOptions } from './suggest-options.ts';
import { withSearcher } from './with-searcher.ts';

/** Prints the suggestions for one claim, or for a text that is none of the dataset. 1 where there are none. */
export async function suggestForOne(
  { id, claim }: Pick<SuggestedFor, 'id' | 'claim'>,
  options: SuggestOptions,
  io: CommandIo,
): Promise<ExitCode> {
  return withSearcher(options, io, async ({ searcher, language, analysis }) => {
    const count = options.top ?? defaultTop;
    const suggestions = await suggestEvidence(searcher, { claim, count, language });
    const shown = { ...(id !== undefined && { id }), claim, language, analysis };
    const pieces =
      options.json === true
        ? suggestions.map((suggestion, at) => printSuggestionRecord(suggestion, at + 1))
        : printSuggestions(suggestions, shown, io);
    for (const piece of pieces) {
      if (!io.stdout.isOpen) break;
      await io.stdout.write(piece);
    }
    if (suggestions.length === 0)
      await io.stderr.write('Nothing in the corpus has a word of the claim but the commonest.\n');
    return suggestions.length === 0 ? 1 : 0;
  });
}
