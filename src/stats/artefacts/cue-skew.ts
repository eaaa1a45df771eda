import { testFourfold } from '../chi-square.ts';
import { sum } from '../sum.ts';
import { localMutualInformation } from './local-mutual-information.ts';

/** How much a cue tells of the label of the claims that it stands in. */
export interface CueSkew {
  /** Position of the label that most claims with the cue have; of several the first. */
  readonly label: number;
  /** Claims with the cue. */
  readonly claims: number;
  /** Share of the claims with the cue that have the label (Niven and Kao 2019). */
  readonly productivity: number;
  /** Share of all claims that have the label. */
  readonly base: number;
  /** Share of all claims that have the cue. */
  readonly coverage: number;
  /** Local mutual information of cue and label, natural logarithm, over claims (Schuster et al. 2019). */
  readonly lmi: number;
  /** Probability of a difference as large, either way, if cue and label had nothing to do with each other. */
  readonly p: number;
}

/**
 * The skew of a cue.
 *
 * @param withCue claims with the cue by label; at least one
 * @param all claims by label, those with the cue among them
 */
export function measureCueSkew(withCue: readonly number[], all: readonly number[]): CueSkew {
  const claims = sum(withCue);
  const total = sum(all);
  const most = Math.max(...withCue);
  const label = withCue.indexOf(most);
  const ofLabel = all[label] ?? 0;
  const others = claims - most;
  return {
    label,
    claims,
    productivity: most / claims,
    base: ofLabel / total,
    coverage: claims / total,
    lmi: localMutualInformation({ both: most, cue: claims, label: ofLabel, all: total }),
    p: testFourfold([
      [most, others],
      [ofLabel - most, total - ofLabel - others],
    ]).p,
  };
}
