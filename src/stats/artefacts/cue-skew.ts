import { testFourfold } from './chi-square.ts';

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

/** How often things occur: a cue and a label together, each of them, and all there is. */
export interface Occurrences {
  readonly both: number;
  readonly cue: number;
  readonly label: number;
  readonly all: number;
}

/**
 * The local mutual information of a cue and a label: p(cue, label) ln(p(label | cue) / p(label)). 0 where they never occur together.
 *
 * @see Schuster et al. 2019, Towards Debiasing Fact Verification Models, equation 2.
 */
export function localMutualInformation({ both, cue, label, all }: Occurrences): number {
  return both === 0 ? 0 : (both / all) * Math.log(both / cue / (label / all));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
