import { UsageError } from '../../errors.ts';
import type { SearchPlan } from './search-plan.ts';

/** @throws UsageError where there is no article of a title that is to be searched, with those that may be meant. */
export async function guardTitles({ searcher, titles = [] }: SearchPlan): Promise<void> {
  const known = await searcher.knownTitles(titles);
  for (const title of titles) {
    if (known.has(title)) continue;
    const near = (await searcher.findTitles(title, 3)).map((found) => `"${found.title}"`);
    throw new UsageError(
      `There is no article "${title}" to search. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`claimset search --titles` finds titles.'}`,
    );
  }
}
