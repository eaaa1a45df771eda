import type { AnalysisSettings } from '../analysis/analysis-settings.ts';
import type { WeightingSettings } from '../weighting/weighting-of.ts';
import type { StringColumns } from './string-table.ts';

/** How often a field of a document is counted: a whole number from 0 on, as if its words stood there so many times. */
export interface FieldBoosts {
  readonly title: number;
  /** Of what heads an element: its section and header cells. */
  readonly heads: number;
}

/** What an index is made with. */
export interface IndexSettings {
  readonly analysis: AnalysisSettings;
  readonly weighting: WeightingSettings;
  readonly boosts: FieldBoosts;
}

/**
 * An inverted index: numbers in columns, which are in memory as they are in a file. Documents are numbered from 0 in the order in which they were added,
 * terms in the order in which they were met.
 */
export interface TextIndex {
  readonly settings: IndexSettings;
  /** Number of documents. */
  readonly size: number;
  /** Sum of all lengths. */
  readonly words: number;
  readonly columns: IndexColumns;
}

/** Postings by term: those of one from `offsets[term]` to before `offsets[term + 1]`, in the order of documents. */
export interface PostingColumns {
  /** By term, and the number of postings at the end. */
  readonly offsets: Uint32Array;
  /** By posting: the document. */
  readonly documents: Uint32Array;
  /** By posting: how often the document has the term; {@link manyTimes} for that and more. */
  readonly counts: Uint8Array;
  /** Postings with a count of {@link manyTimes}, ascending. */
  readonly manyPostings: Uint32Array;
  /** Their counts. */
  readonly manyCounts: Uint32Array;
}

/** What terms there are, and which words lead to them. */
export interface VocabularyColumns {
  /** All terms, and by place in that order their numbers. */
  readonly terms: StringColumns;
  readonly termNumbers: Uint32Array;
  /** All words in lower case and without accents that are not their own term, and by place in that order the numbers of their terms. */
  readonly words: StringColumns;
  readonly wordTerms: Uint32Array;
}

/** The columns of an index. */
export interface IndexColumns extends PostingColumns, VocabularyColumns {
  /** By document: its number of terms, each as often as its field is counted; {@link maxLength} for more. */
  readonly lengths: Uint32Array;
  /** By term: the greatest saturation that it has in a document, with the weighting of the settings. */
  readonly peaks: Float64Array;
}

/** The count from which on it is looked up. */
export const manyTimes = 255;
/** Longer documents count as so long: what is computed for each length there may be stays small. */
export const maxLength = 2 ** 20;
