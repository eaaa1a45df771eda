import type { Label } from '../../claims/label.ts';
import type { NegativeSampler } from '../../claims/negatives.ts';
import { type EvidenceKind, evidenceKinds, isEvidence } from '../../corpus/evidence-kind.ts';

/** What `claimset negatives` is asked for. */
export interface NegativesOptions {
  readonly all?: boolean;
  readonly articleIndex?: string;
  readonly corpus?: string;
  readonly count: number;
  readonly dataset?: string;
  readonly engine?: string;
  readonly force?: boolean;
  readonly from?: string;
  readonly index?: string;
  readonly kind?: readonly EvidenceKind[];
  readonly labels?: readonly Label[];
  readonly output?: string;
  readonly sampler?: readonly NegativeSampler[];
  readonly seed?: number;
}

/** How records are found, where nothing else is said. */
export const defaultSamplers: readonly NegativeSampler[] = ['nearest-p'];

/** Kinds of records that may be taken. */
export const takenKinds = evidenceKinds.filter(isEvidence);
