import { formatNumber } from '../../reporters/count-words.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { beyondWords, queryLimits } from './beyond-limits.ts';
import { guardTitles } from './guard-titles.ts';
import { printHits } from './print-hits.ts';
import type { NamedQuery } from './read-queries.ts';
import { requestOf, type SearchPlan, searchedWords } from './search-plan.ts';

/** Searches for one query, prints what is found, and says on stderr among how much. 1 where nothing was found. */
export async function searchOnce(plan: SearchPlan, named: NamedQuery, io: CommandIo): Promise<ExitCode> {
  await guardTitles(plan);
  const { searcher, count } = plan;
  const hits = await searcher.search(requestOf(plan, named.query));
  for (const piece of printHits(hits, { plan, named, isOnly: true }, io)) {
    if (!io.stdout.isOpen) break;
    await io.stdout.write(piece);
  }
  const { beyond } = named.query;
  if (beyond !== undefined)
    await io.stderr.write(`not looked for: ${beyondWords(beyond)} of the query (${queryLimits})\n`);
  const among = await searchedWords(plan);
  await io.stderr.write(
    hits.length === 0
      ? `nothing found in ${among}${adviceOf(named)}\n`
      : hits.length < count
        ? `${formatNumber(hits.length)} of ${among}\n`
        : `the best ${formatNumber(hits.length)} of ${among}\n`,
  );
  return hits.length > 0 ? 0 : 1;
}

function adviceOf({ query: { phrases } }: NamedQuery): string {
  return phrases.length > 0 ? ': without the quotation marks its words are found wherever they stand' : '';
}
