import type { Claim } from '../../claims/claim.ts';
import type { Config } from '../../claims/config.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import type { Counts } from '../../stats/counts.ts';
import type { DatasetQuality } from '../../stats/dataset-quality.ts';
import type { Answers } from './answers.ts';

/** What a release knows of its dataset: what its documents are filled in with. */
export interface ReleaseFacts {
  readonly config: Config;
  readonly answers: Answers;
  /** The claims of each split, in the order of the policy. */
  readonly splits: ReadonlyMap<string, readonly Claim[]>;
  readonly counts: Counts;
  readonly evidence: Evidence;
  readonly quality: DatasetQuality;
  /** What was written, by format. */
  readonly formats: readonly ReleasedFormat[];
  /** Of claimset. */
  readonly toolVersion: string;
}

/** A format of a release. */
export interface ReleasedFormat {
  readonly title: string;
  /** Of its folder, with `/` behind it. */
  readonly path: string;
  /** Claims in it, and in the dataset. */
  readonly claims: number;
  readonly of: number;
  /** What it loses, with the number of claims. */
  readonly losses: readonly { readonly id: string; readonly description: string; readonly claims: number }[];
}
