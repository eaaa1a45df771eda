import type { Feedback } from '../../annotate/api/events.ts';
import type { Role } from '../../annotate/api/session.ts';
import type { ClaimWork } from '../../annotate/work/work.ts';
import type { DatasetClaim } from '../../io/claims/dataset-claims.ts';
import type { NewJournalRecord } from '../../io/journal/journal-file.ts';
import type { ServerState } from '../server-state.ts';
import type { ClaimsChange } from './claims-change.ts';
import type { LineOrigin } from './line-origin.ts';

/** What becomes of an event. */
export type Decision =
  | { readonly refused: { readonly code: string; readonly message: string } }
  | {
      readonly refused?: undefined;
      readonly line: NewJournalRecord;
      /** What it means for the files of claims. */
      readonly change?: ClaimsChange;
      readonly late?: true;
      readonly feedback?: Feedback;
    };

/** What an event is decided by, besides itself. */
export interface Deciding {
  readonly state: ServerState;
  /** Of the annotator, in Unicode normal form C. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly origin: LineOrigin;
  /** What stands of the claim; of no lines where nothing does. */
  readonly work: ClaimWork;
  /** `undefined` where the dataset has no such claim now. */
  readonly claim: DatasetClaim | undefined;
}

export function refuse(code: string, message: string): Decision {
  return { refused: { code, message } };
}
