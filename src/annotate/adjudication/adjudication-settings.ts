import type { Claim, ClaimId } from '../../claims/claim.ts';
import type { UnlabelledClaim } from '../../claims/unlabelled-claim.ts';

/** What of the dataset and its settings decides which claims wait, and how they are shown. */
export interface AdjudicationSettings {
  /** Annotators who are to answer each claim, where there are as many; 1 where one person works alone. */
  readonly overlap: number;
  /** Who answers claims, in Unicode normal form C; where none is known, there may be any number. */
  readonly annotators: ReadonlySet<string>;
  /** Letters of annotators are drawn from it. */
  readonly seed: number;
  /** Ids of claims whose label and evidence are sure: no answer to them is a conflict. */
  readonly sure: readonly ClaimId[];
  /** A claim of the dataset; `undefined` for one that it does not have, such as one that was dropped. */
  readonly find: (id: ClaimId) => { readonly record: Claim | UnlabelledClaim } | undefined;
  /** Who asks. */
  readonly adjudicator: string;
}
