import type { IndexSettings, TextIndex } from '../index/text-index.ts';
import { TextIndexBuilder } from '../index/text-index-builder.ts';
import { defaultBm25 } from '../weighting/bm25.ts';
import { TitleFinder } from './title-finder.ts';

/** What the titles of a corpus are indexed with: their only field is the title as text. */
export const titleIndexSettings: IndexSettings = {
  analysis: { language: 'und', stem: false, dropStopWords: false, grams: 'title-trigrams' },
  weighting: defaultBm25,
  boosts: { title: 0, heads: 0 },
};

/** Makes a {@link TitleFinder} of titles that are added one by one and held in memory. */
export class TitleIndexBuilder {
  readonly #titles: string[] = [];
  readonly #builder = new TextIndexBuilder(titleIndexSettings);

  /** Number of titles. */
  get size(): number {
    return this.#titles.length;
  }

  add(title: string): void {
    this.#titles.push(title);
    this.#builder.add([{ text: title, times: 1 }]);
  }

  /** The index of all titles that were added. */
  index(): TextIndex {
    return this.#builder.finish();
  }

  finish(): TitleFinder {
    const titles = this.#titles;
    return new TitleFinder(this.index(), (document) => titles[document] ?? '');
  }
}
