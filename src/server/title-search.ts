import { searchWords } from '../text/search-words.ts';
import { nearTitles } from '../corpus/near-titles.ts';
import { nearestWords } from '../text/nearest.ts';

/** Titles that are held for searching: of more, those behind are found by their exact title only. */
const maxTitles = 500_000;
/** Titles that are compared with one that nothing begins or goes on with. */
const maxCompared = 50_000;
/** Spellings of a title that are asked for where not all titles are held. */
const maxAsked = 2_000;

/** Finds the titles of a corpus by their words, by their beginning, and where there are none, those that are spelt nearly so. */
export class TitleSearch {
  readonly #titles: string[] = [];
  /** The words of each title, without case and accents, with a blank before each. */
  readonly #folded: string[] = [];
  readonly #has: (title: string) => boolean;
  readonly #isWhole: boolean;

  constructor(titles: Iterable<string>, has: (title: string) => boolean) {
    this.#has = has;
    let isWhole = true;
    for (const title of titles) {
      if (this.#titles.length === maxTitles) {
        isWhole = false;
        break;
      }
      this.#titles.push(title);
      this.#folded.push(foldedTitle(title));
    }
    this.#isWhole = isWhole;
  }

  /** At most `limit` titles: the same first, then those that begin with the query, then those that have its words; shorter ones first. */
  find(query: string, limit: number): string[] {
    const words = searchWords(query);
    if (words.length === 0) return [];
    const whole = ` ${words.join(' ')}`;
    const byRank: number[][] = [[], [], [], []];
    for (const [at, folded] of this.#folded.entries()) {
      const rank = rankOf(folded, whole, words);
      if (rank !== undefined) byRank[rank]?.push(at);
    }
    const lengthOf = (at: number): number => this.#folded[at]?.length ?? 0;
    const found = byRank.flatMap((group) => group.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b));
    const titles = found.slice(0, limit).map((at) => this.#titles[at] ?? '');
    if (!this.#isWhole) return [...new Set([...this.#asked(query), ...titles])].slice(0, limit);
    return titles.length > 0 ? titles : nearestWords(query, this.#titles.slice(0, maxCompared), limit);
  }

  /** The first title that the corpus says it has, of those that the query may have been meant to be. */
  #asked(query: string): string[] {
    if (this.#has(query)) return [query];
    let asked = 0;
    for (const title of nearTitles(query)) {
      if (this.#has(title)) return [title];
      asked += 1;
      if (asked === maxAsked) break;
    }
    return [];
  }
}

function foldedTitle(title: string): string {
  return ` ${searchWords(title).join(' ')}`;
}

function rankOf(folded: string, whole: string, words: readonly string[]): number | undefined {
  if (folded.startsWith(whole)) return folded.length === whole.length ? 0 : 1;
  if (folded.includes(whole)) return 2;
  return words.length > 1 && words.every((word) => folded.includes(` ${word}`)) ? 3 : undefined;
}
