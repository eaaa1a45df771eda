/**
 * Words by which the ends of sentences are told from other periods. Data: a language without lists of its own for claims has a file
 * of these in `sentences/`. All are in lower case, abbreviations without their last period.
 */
export interface SentenceWords {
  /** BCP 47 primary language subtag, such as `en`. */
  readonly tag: string;
  readonly name: string;
  /** Words that begin a sentence in running text, and hardly ever go on with a name. */
  readonly sentenceStarters: readonly string[];
  /** Words that a period ends without ending the sentence. */
  readonly abbreviations: readonly string[];
  /** Those of them that never end a sentence, because what they belong to follows: `dr`, `vs`. */
  readonly openingAbbreviations: readonly string[];
  /** Those that are abbreviations only before a number: `no`, `pp`. */
  readonly numberAbbreviations: readonly string[];
  /** Whether a period makes an ordinal of a number: `3. Oktober`. */
  readonly hasOrdinalPeriods?: boolean;
}

/** For a language without lists. */
export const neutralWords: SentenceWords = {
  tag: 'und',
  name: 'any language',
  sentenceStarters: [],
  abbreviations: [],
  openingAbbreviations: [],
  numberAbbreviations: [],
};
