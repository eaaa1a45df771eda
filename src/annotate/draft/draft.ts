import type { Challenge } from '../../claims/challenge.ts';
import type { EvidenceSet } from '../../claims/claim.ts';
import type { Label } from '../../claims/label.ts';

/** An answer that is being made. */
export interface Draft {
  readonly label: Label | undefined;
  /** At least one; sets may be empty while the answer is made, and `evidenceOfDraft` leaves those out. Ids stand in the order of choosing. */
  readonly sets: readonly EvidenceSet[];
  /** Position of the set that ids go to. */
  readonly active: number;
  readonly challenge: Challenge | undefined;
  readonly comment: string;
  /** Ids that were looked at and decide nothing: what an answer NOT ENOUGH INFO keeps. */
  readonly consulted: readonly string[];
  /** Whether an answer NOT ENOUGH INFO keeps its sets as evidence; otherwise their ids count as consulted. Absent: no. */
  readonly keepsPartial?: boolean;
}

export const emptyDraft: Draft = {
  label: undefined,
  sets: [[]],
  active: 0,
  challenge: undefined,
  comment: '',
  consulted: [],
};

/** What can be done to a draft. Positions of sets count from 0. */
export type DraftAction =
  /** Puts an id into the active set, or takes it out of it. */
  | { readonly type: 'toggle'; readonly id: string }
  /** Puts ids into the active set that are not in it; nothing is taken out. */
  | { readonly type: 'add'; readonly ids: readonly string[] }
  /** Takes an id out of a set. */
  | { readonly type: 'remove'; readonly id: string; readonly from: number }
  /** Takes an id out of a set (by default the active one, or else the first that has it) and puts it into another, which may be one behind the last. */
  | { readonly type: 'move'; readonly id: string; readonly to: number; readonly from?: number }
  /** Adds an empty set and makes it active; where the last set is empty, makes that one active. */
  | { readonly type: 'new-set' }
  | { readonly type: 'activate'; readonly set: number }
  | { readonly type: 'delete-set'; readonly set: number }
  | { readonly type: 'label'; readonly label: Label }
  | { readonly type: 'challenge'; readonly challenge: Challenge | undefined }
  | { readonly type: 'comment'; readonly comment: string }
  /** Puts an id among those that were looked at, or takes it out. */
  | { readonly type: 'consult'; readonly id: string }
  /** Puts all that was looked at into the active set. */
  | { readonly type: 'use-consulted' }
  | { readonly type: 'keep-partial'; readonly keep: boolean }
  /** Replaces everything, such as by what an annotator said before. */
  | { readonly type: 'fill'; readonly draft: Draft };
