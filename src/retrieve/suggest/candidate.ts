import type { Hit } from '../evidence-searcher.ts';

/** A record among which suggestions are chosen, with its score for the words of the claim. */
export interface Candidate {
  readonly hit: Hit;
  /** The record that names its article, where the claim does not. */
  readonly link: string | undefined;
}
