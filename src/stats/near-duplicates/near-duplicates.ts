import { BandSearch, type MinHash } from './band-search.ts';
import { PrefixSearch } from './prefix-search.ts';
import { rankSets } from './ranked-sets.ts';
import { checkShingles, type Shingles, singleWords } from './shingles.ts';
import { checkThreshold, similarityOf } from './similarity.ts';

/** Two texts that say nearly the same: their positions (`a` before `b`) and the Jaccard similarity of their shingle sets. */
export interface NearDuplicate {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

export interface NearDuplicateOptions {
  /** What texts are compared by; their words by default. */
  readonly shingles?: Shingles;
  /** Whether a pair is of use, asked before it is compared; all are by default. */
  readonly isWanted?: (a: number, b: number) => boolean;
  /** Pairs with which the search for a text ends; no limit by default. */
  readonly maxPairs?: number;
  /** Looks only at pairs whose signatures agree, which leaves out some that are similar. By default no pair is left out. */
  readonly minHash?: MinHash;
}

/**
 * All pairs of texts whose shingle sets have at least the Jaccard similarity `threshold` (above 0, up to 1), by `b`, then `a`.
 *
 * Exact, without comparing every text with every other: two sets that are similar enough share one of their rarest
 * runs (prefix filter), and where it stands in both bounds what they can still share (positional filter).
 * The time follows the number of texts that share a rare run, and the number of pairs given back.
 *
 * With `minHash` nearly all pairs: each that is given back was compared, and one is missed with the probability of
 * {@link candidateProbability}. Quicker only where millions of texts share the same runs: measure first.
 *
 * Pairs that `isWanted` refuses are left out before they are compared; it is asked while the search goes on, so that
 * what was found can tell what is still of use.
 *
 * With `maxPairs` the search for a text `b` ends with that many pairs, which need not be those with the first `a`: where
 * thousands of texts are alike, naming a few takes linear time.
 *
 * @throws UsageError where the threshold, the shingles or the bands are out of their range.
 * @see Xiao, Wang, Lin, Yu (2008), Efficient similarity joins for near duplicate detection (PPJoin).
 * @see Broder (1997), On the resemblance and containment of documents (MinHash).
 */
export function* findNearDuplicates(
  texts: readonly string[],
  threshold: number,
  {
    shingles = singleWords,
    isWanted = () => true,
    maxPairs = Number.POSITIVE_INFINITY,
    minHash,
  }: NearDuplicateOptions = {},
): Generator<NearDuplicate> {
  checkThreshold(threshold);
  checkShingles(shingles);
  const sets = rankSets(texts, shingles);
  const options = { threshold, isWanted, maxPairs };
  const search =
    minHash === undefined ? new PrefixSearch(sets, options) : new BandSearch(sets, options, minHash);
  const isLimited = maxPairs !== Number.POSITIVE_INFINITY;
  const empty: number[] = [];
  for (let b = 0; b < texts.length; b++) {
    if (sets.starts[b] === sets.starts[b + 1]) {
      yield* pairsWith(b, empty, isWanted, maxPairs);
      empty.push(b);
      continue;
    }
    for (const a of search.candidatesOf(b)) {
      // Asked again: a pair that was just found may have made this one useless.
      if (!isLimited && !isWanted(a, b)) continue;
      const similarity = similarityOf(sets, a, b, threshold);
      if (similarity >= threshold) yield { a, b, similarity };
    }
  }
}

/** The pairs of a text with texts that are equal to it. */
function* pairsWith(
  b: number,
  texts: readonly number[],
  isWanted: (a: number, b: number) => boolean,
  maxPairs: number,
): Generator<NearDuplicate> {
  let left = maxPairs;
  for (const a of texts) {
    if (left === 0) return;
    if (!isWanted(a, b)) continue;
    left -= 1;
    yield { a, b, similarity: 1 };
  }
}
