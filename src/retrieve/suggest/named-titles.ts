import { isCapitalised, wordSpans } from '../../text/word-spans.ts';
import type { EvidenceSearcher } from '../evidence-searcher.ts';

/** Words of the longest title that is looked for. */
const maxTitleWords = 8;
/** Places of a text that a title may stand at; what is behind them is not looked at. */
const maxWords = 200;

/**
 * Titles of articles that texts name, by text in the order of length, the longest first: of titles inside one another only the longest. A title is known where it
 * begins with a capital letter or a digit and stands as the article writes it; what stands in brackets behind it, as in `Mercury (planet)`, must stand there, too.
 */
export async function namedTitles(
  searcher: EvidenceSearcher,
  texts: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const candidates = texts.map(possibleTitles);
  const all = new Set(candidates.flatMap((found) => found.map(({ title }) => title)));
  if (all.size === 0) return texts.map(() => []);
  const known = await searcher.knownTitles([...all]);
  return candidates.map((found) => longestOf(found.filter(({ title }) => known.has(title))));
}

interface PossibleTitle {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

function possibleTitles(text: string): PossibleTitle[] {
  const words = wordSpans(text).slice(0, maxWords);
  const found: PossibleTitle[] = [];
  for (const [from, { text: first, span }] of words.entries()) {
    if (!isCapitalised(first) && !/^\p{N}/u.test(first)) continue;
    for (const last of words.slice(from, from + maxTitleWords)) {
      // A closing bracket, a period of an abbreviation belongs to a title that ends with it.
      for (const end of [last.span.end, last.span.end + 1]) {
        if (end > last.span.end && !/[).!?]/.test(text.charAt(last.span.end))) continue;
        found.push({ title: text.slice(span.start, end), start: span.start, end });
      }
    }
  }
  return found;
}

function longestOf(found: readonly PossibleTitle[]): string[] {
  const byLength = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: PossibleTitle[] = [];
  for (const one of byLength) {
    if (!taken.some(({ start, end }) => one.start < end && start < one.end)) taken.push(one);
  }
  return [...new Set(taken.map(({ title }) => title))];
}
