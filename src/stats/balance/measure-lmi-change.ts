import type { OpenClaim } from '../../claims/open-claim.ts';
import { labelsOf } from '../artefacts/labels-of.ts';
import { localMutualInformation } from '../artefacts/local-mutual-information.ts';
import { sum } from '../sum.ts';
import { bigramsOf } from './bigrams-of.ts';

/** What a pair of words told of a label, and what it tells when claims have weights. */
export interface LmiChange {
  /** In lower case, parted by a blank. */
  readonly bigram: string;
  readonly label: string;
  /** Local mutual information before, natural logarithm, over the bigrams of claims, each once a claim. */
  readonly before: number;
  readonly after: number;
  /** Share of the label in the claims with the bigram, before. */
  readonly shareBefore: number;
  /** The same by weight; `null` where no claim with the bigram is left. */
  readonly shareAfter: number | null;
}

/** Claims that a bigram must stand in. */
const minClaims = 5;

/**
 * The bigrams that told most of a label, the highest local mutual information first, and what weights make of them. A weight of 0 stands
 * for a claim that is left out. Linear in the words.
 *
 * @param weights of the claims, 0 or above
 * @see Schuster et al. 2019, Towards debiasing fact verification models, equation 2.
 */
export function measureLmiChange(
  claims: readonly OpenClaim[],
  weights: ArrayLike<number>,
  most: number,
): LmiChange[] {
  const labels = labelsOf(claims);
  const before = countBigrams(claims, labels, () => 1);
  const after = countBigrams(claims, labels, (at) => weights[at] as number);
  const changes: LmiChange[] = [];
  for (const [bigram, counts] of before.byBigram) {
    const all = sum(counts);
    if (all < minClaims) continue;
    const now = after.byBigram.get(bigram) ?? [];
    const left = sum(now);
    for (const [which, label] of labels.entries()) {
      const lmi = lmiOf(before, counts, all, which);
      if (lmi <= 0) continue;
      changes.push({
        bigram,
        label,
        before: lmi,
        after: lmiOf(after, now, left, which),
        shareBefore: (counts[which] ?? 0) / all,
        shareAfter: left === 0 ? null : (now[which] ?? 0) / left,
      });
    }
  }
  return changes.sort((a, b) => b.before - a.before || (a.bigram < b.bigram ? -1 : 1)).slice(0, most);
}

/** Bigrams by weight of the claims that they stand in. */
interface WeightedCounts {
  readonly byBigram: ReadonlyMap<string, readonly number[]>;
  readonly byLabel: readonly number[];
}

function countBigrams(
  claims: readonly OpenClaim[],
  labels: readonly string[],
  weightOf: (at: number) => number,
): WeightedCounts {
  const byBigram = new Map<string, number[]>();
  const byLabel = labels.map(() => 0);
  for (const [at, { claim, label }] of claims.entries()) {
    const which = label === undefined ? -1 : labels.indexOf(label);
    if (which < 0) continue;
    const weight = weightOf(at);
    for (const bigram of bigramsOf(claim)) {
      const counts = byBigram.get(bigram) ?? labels.map(() => 0);
      counts[which] = (counts[which] ?? 0) + weight;
      byBigram.set(bigram, counts);
      byLabel[which] = (byLabel[which] ?? 0) + weight;
    }
  }
  return { byBigram, byLabel };
}

function lmiOf({ byLabel }: WeightedCounts, counts: readonly number[], cue: number, which: number): number {
  return localMutualInformation({
    both: counts[which] ?? 0,
    cue,
    label: byLabel[which] ?? 0,
    all: sum(byLabel),
  });
}
