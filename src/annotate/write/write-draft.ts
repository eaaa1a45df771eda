import type { ClaimId } from '../../claims/claim.ts';
import type { Label } from '../../claims/label.ts';
import type { Mutation } from '../../claims/mutation.ts';
import type { Draft, DraftAction } from '../draft/draft.ts';

/** What a claim is written from: elements of an article, or another claim. */
export type WriteSource =
  | { readonly kind: 'elements'; readonly ids: readonly string[] }
  | { readonly kind: 'claim'; readonly id: ClaimId; readonly claim: string; readonly label: Label };

/** A claim that is being written. */
export interface WriteDraft {
  readonly text: string;
  readonly source: WriteSource | undefined;
  readonly mutation: Mutation | undefined;
  /** Label, evidence sets and challenge. */
  readonly answer: Draft;
  /** What elements are chosen for: while the source is, the evidence is the same as the source. */
  readonly choosing: 'source' | 'evidence';
  /** Whether the source is that of the claim before: the next choice replaces it, and writing keeps it. */
  readonly isKeptSource: boolean;
  /** The written claim that this one takes the place of. */
  readonly replaces: ClaimId | undefined;
  /** The rewrite that the text was taken from, as it was offered. */
  readonly offered: string | undefined;
}

/** What can be done to a claim that is being written. */
export type WriteAction =
  /** With the first letter the source stands, and what is chosen from then on is evidence. */
  | { readonly type: 'text'; readonly text: string }
  /** Takes a rewrite that was offered: the text is what was offered, to be changed as any other. */
  | { readonly type: 'take'; readonly text: string }
  | { readonly type: 'mutation'; readonly mutation: Mutation | undefined }
  /** Chooses an element or takes it back. */
  | { readonly type: 'toggle'; readonly id: string }
  | { readonly type: 'add'; readonly ids: readonly string[] }
  /** Goes back to choosing a source; the next choice replaces it. */
  | { readonly type: 'choose-source' }
  /** Has done with choosing the source. */
  | { readonly type: 'choose-evidence' }
  /** Writes a claim from another: with its evidence, and no label yet. */
  | {
      readonly type: 'mutate';
      readonly id: ClaimId;
      readonly claim: string;
      readonly label: Label;
      readonly evidence: readonly (readonly string[])[];
    }
  | { readonly type: 'answer'; readonly action: DraftAction }
  /** The next claim from the same source. */
  | { readonly type: 'next' }
  | { readonly type: 'fill'; readonly draft: WriteDraft };
