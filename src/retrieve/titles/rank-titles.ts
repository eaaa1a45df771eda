import { editDistance } from '../../text/edit-distance.ts';
import { foldedTitle } from './folded-title.ts';

/** How a title is what was asked for, the best first: without regard to case, accents and signs the same; it goes on; it has the words; it is spelt nearly so. */
export const titleMatches = ['same', 'beginning', 'words', 'spelling'] as const;

export type TitleMatch = (typeof titleMatches)[number];

/** A title that was found. */
export interface FoundTitle {
  readonly title: string;
  readonly match: TitleMatch;
}

interface Ranked extends FoundTitle {
  /** Lower is better; within a match what decides first. */
  readonly rank: number;
  readonly length: number;
  readonly place: number;
}

/** Longer texts are not compared letter by letter. */
const maxCompared = 200;
/** Words of a text that are compared one by one with those of titles. */
const maxWords = 8;

/**
 * Those of some titles that a text may mean, at most `count`, the best first: see {@link titleMatches}; words in a row before words anywhere, shorter titles before
 * longer ones, then as they were given. The last word may be the beginning of one. Titles that are only spelt nearly so are found where there are no others: whole,
 * at a distance of at most a third of the longer one's length, or word by word.
 */
export function rankTitles(text: string, titles: Iterable<string>, count: number): FoundTitle[] {
  const wanted = foldedTitle(text);
  if (wanted === '') return [];
  const all = Array.from(titles, (title, place) => ({ title, folded: foldedTitle(title), place }));
  const words = wanted.split(' ');
  const found = all.flatMap(({ title, folded, place }): Ranked[] => {
    const sure = rankOf(` ${folded}`, ` ${wanted}`, words);
    return sure === undefined ? [] : [{ ...sure, title, length: folded.length, place }];
  });
  if (found.length > 0) return best(found, count);
  const near = all.flatMap(({ title, folded, place }): Ranked[] => {
    const rank = distanceOf(folded, wanted) ?? distanceOfWords(folded, words);
    return rank === undefined ? [] : [{ match: 'spelling', rank, title, length: folded.length, place }];
  });
  return best(near, count);
}

function best(ranked: Ranked[], count: number): FoundTitle[] {
  return ranked
    .sort((one, other) => one.rank - other.rank || one.length - other.length || one.place - other.place)
    .slice(0, count)
    .map(({ title, match }) => ({ title, match }));
}

/** Both begin with a blank. */
function rankOf(
  folded: string,
  wanted: string,
  words: readonly string[],
): { readonly match: TitleMatch; readonly rank: number } | undefined {
  if (folded === wanted) return { match: 'same', rank: 0 };
  if (folded.startsWith(wanted)) return { match: 'beginning', rank: 1 };
  if (folded.includes(wanted)) return { match: 'words', rank: 2 };
  if (!words.every((word) => folded.includes(` ${word}`))) return undefined;
  return { match: 'words', rank: 3 };
}

function distanceOf(folded: string, wanted: string): number | undefined {
  const length = Math.max(folded.length, wanted.length);
  return length > maxCompared ? undefined : editDistance(folded, wanted, Math.max(1, Math.floor(length / 3)));
}

/** What the words differ by together, behind all that whole titles can differ by; `undefined` where one is near no word of the title. */
function distanceOfWords(folded: string, words: readonly string[]): number | undefined {
  if (words.length > maxWords || folded.length > maxCompared) return undefined;
  const own = folded.split(' ');
  let sum = maxCompared;
  for (const word of words) {
    const limit = word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
    const distances = own.map((one) => editDistance(word, one, limit) ?? Number.POSITIVE_INFINITY);
    sum += Math.min(...distances);
    if (sum === Number.POSITIVE_INFINITY) return undefined;
  }
  return sum;
}
