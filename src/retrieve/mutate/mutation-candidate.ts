import type { Mutation } from '../../claims/mutation.ts';
import type { Span } from '../../text/span.ts';
import type { Relation } from './thesaurus.ts';

/**
 * What new words are to the old ones: a relation of the thesaurus, its opposite by a list (`before`, `after`), the same claim with or without
 * `not`, another number, date or name, the same number spelt otherwise, something of another kind, or less said.
 */
export type MutationMeans =
  | Relation
  | 'opposite'
  | 'negation'
  | 'number'
  | 'date'
  | 'name'
  | 'spelling'
  | 'other-kind'
  | 'omission';

/** Words of a claim, and what may stand in their place. */
export interface Replacement {
  /** Of the words in the claim. */
  readonly span: Span;
  readonly to: string;
  readonly by: MutationMeans;
}

/** A claim made from another by replacing some of its words: offered to somebody who reads it, and nothing more. */
export interface MutationCandidate {
  readonly type: Mutation;
  readonly text: string;
  /** The words replaced, as the claim has them. */
  readonly from: string;
  /** What stands in their place; empty where words were left out. */
  readonly to: string;
  /** Of the new words in `text`. */
  readonly span: Span;
  readonly by: MutationMeans;
}
