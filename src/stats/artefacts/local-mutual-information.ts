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
