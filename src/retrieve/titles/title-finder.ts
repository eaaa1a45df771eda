import type { TextIndex } from '../index/text-index.ts';
import { MaxScore } from '../search/max-score.ts';
import { PrefixTerms } from '../search/prefix-terms.ts';
import { weightingOf } from '../weighting/weighting-of.ts';
import { type FoundTitle, rankTitles } from './rank-titles.ts';
import { titleGrams } from './title-grams.ts';
import { maxTitleBeginnings, titleBeginnings, titlesCompared } from './title-terms.ts';

/** Finds titles in an index of their runs of three characters, so that of millions only some hundred are compared. Not for two searches at once. */
export class TitleFinder {
  readonly #search: MaxScore;
  readonly #beginnings: PrefixTerms;
  readonly #titleAt: (document: number) => string;

  /**
   * @param index One that a `TitleIndexBuilder` has made.
   * @param titleAt The title that is a document of it.
   */
  constructor(index: TextIndex, titleAt: (document: number) => string) {
    this.#search = new MaxScore(index, weightingOf(index.settings.weighting));
    this.#beginnings = new PrefixTerms(index);
    this.#titleAt = titleAt;
  }

  /** Of the titles with the most runs in common with a text those that {@link rankTitles} finds. */
  find(text: string, count: number): FoundTitle[] {
    if (count <= 0) return [];
    const terms = [
      ...titleGrams(text),
      ...titleBeginnings(text).flatMap((begun) => this.#beginnings.startingWith(begun, maxTitleBeginnings)),
    ];
    const candidates = this.#search.search({ terms, count: titlesCompared(count) });
    // In the order of the corpus: which of two equal ones is the first does not depend on how they were found.
    const titles = candidates
      .sort((one, other) => one.document - other.document)
      .map(({ document }) => this.#titleAt(document));
    return rankTitles(text, titles, count);
  }
}
