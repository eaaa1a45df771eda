/** How a text is taken apart into the terms that are compared. */
export interface AnalysisSettings {
  /** BCP 47 tag: whose stemmer and stop words. Of a language that has none, words stand as they are. */
  readonly language: string;
  /** Whether words are cut to their stem, so that `wars` finds `war`. */
  readonly stem: boolean;
  /** Whether the commonest words of the language are left out. Phrases are found without them, and a query of nothing else finds nothing. */
  readonly dropStopWords: boolean;
  /** `words`: each word is a term. `hashed-bigrams`: words and pairs of neighbours, by a number from 0 to 2^24 - 1 (DrQA). `title-trigrams`: runs of three characters, by which titles are found. */
  readonly grams: 'words' | 'hashed-bigrams' | 'title-trigrams';
}

/** English words cut to their stems, all of them kept. */
export const defaultAnalysis: AnalysisSettings = {
  language: 'en',
  stem: true,
  dropStopWords: false,
  grams: 'words',
};
