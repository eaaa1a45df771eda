import { UsageError } from '../errors.ts';
import { words } from '../text/words.ts';

/** Two texts that say nearly the same: their positions (`a` before `b`) and the Jaccard similarity of their word sets. */
export interface NearDuplicate {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** Bounds are loosened by this much, so that rounding never hides a pair; the last comparison is exact. */
const slack = 1e-6;
/** Stands for a number of shared words that cannot become enough. */
const hopeless = -1;

/**
 * All pairs of texts whose word sets have at least the Jaccard similarity `threshold` (above 0, up to 1), by `b`, then `a`.
 *
 * Exact, without comparing every text with every other: two sets that are similar enough share one of their rarest
 * words (prefix filter), and where it stands in both bounds what they can still share (positional filter).
 * The time follows the number of texts that share a rare word, and the number of pairs given back.
 *
 * Pairs that `isWanted` refuses are left out before they are compared; it is asked while the search goes on, so that
 * what was found can tell what is still of use.
 *
 * With `maxPairs` the search for a text `b` ends with that many pairs, which need not be those with the first `a`: where
 * thousands of texts are alike, naming a few takes linear time.
 *
 * @throws UsageError where the threshold is out of its range.
 * @see Xiao, Wang, Lin, Yu (2008), Efficient similarity joins for near duplicate detection (PPJoin).
 */
export function* findNearDuplicates(
  texts: readonly string[],
  threshold: number,
  isWanted: (a: number, b: number) => boolean = () => true,
  maxPairs: number = Number.POSITIVE_INFINITY,
): Generator<NearDuplicate> {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new UsageError(`The near-duplicate threshold is ${threshold}. Give a number above 0, up to 1.`);
  }
  const { sets, vocabulary } = rankWords(texts);
  const lengths = Int32Array.from(sets, (set) => set.length);
  // By rank of a word: the earlier texts that have it in their prefix, and at which position.
  const holders: number[][] = Array.from({ length: vocabulary }, () => []);
  const positions: number[][] = Array.from({ length: vocabulary }, () => []);
  // Words found to be shared with the text in hand, or `hopeless`; of that text only where `sharedWith` names it.
  const shared = new Int32Array(texts.length);
  const sharedWith = new Int32Array(texts.length).fill(-1);
  const wordless: number[] = [];
  const needed = threshold / (1 + threshold);

  for (const [b, set] of sets.entries()) {
    if (set.length === 0) {
      let left = maxPairs;
      for (const a of wordless) {
        if (left === 0) break;
        if (!isWanted(a, b)) continue;
        left -= 1;
        yield { a, b, similarity: 1 };
      }
      wordless.push(b);
      continue;
    }
    const shortest = Math.max(1, Math.ceil(threshold * set.length - slack));
    const longest = Math.floor(set.length / threshold + slack);
    const candidates: number[] = [];
    const found: NearDuplicate[] = [];
    let last = -1;
    let ascending = true;
    for (let at = 0; at <= set.length - shortest; at++) {
      const word = set[at] as number;
      const texts = holders[word] as number[];
      const places = positions[word] as number[];
      for (let which = 0; which < texts.length && found.length < maxPairs; which++) {
        const a = texts[which] as number;
        const length = lengths[a] as number;
        const before = sharedWith[a] === b ? (shared[a] as number) : 0;
        if (length < shortest || length > longest || before === hopeless) continue;
        const rest = Math.min(set.length - at, length - (places[which] as number));
        const enough = before + rest >= Math.ceil(needed * (set.length + length) - slack);
        const possible = enough && (before > 0 || isWanted(a, b));
        if (possible && maxPairs !== Number.POSITIVE_INFINITY) {
          // Compared at once, for the search may end here.
          const similarity = jaccard(set, sets[a] as Int32Array);
          if (similarity >= threshold) found.push({ a, b, similarity });
          sharedWith[a] = b;
          shared[a] = hopeless;
          continue;
        }
        if (possible && before === 0) {
          if (a < last) ascending = false;
          candidates.push(a);
          last = a;
        }
        sharedWith[a] = b;
        shared[a] = possible ? before + 1 : hopeless;
      }
      texts.push(b);
      places.push(at);
    }
    yield* found.sort((one, other) => one.a - other.a);
    if (!ascending) candidates.sort((left, right) => left - right);
    for (const a of candidates) {
      // Asked again: a pair that was just found may have made this one useless.
      if (shared[a] === hopeless || !isWanted(a, b)) continue;
      const similarity = jaccard(set, sets[a] as Int32Array);
      if (similarity >= threshold) yield { a, b, similarity };
    }
  }
}

/** The word sets of texts as ascending ranks; rank 0 is the word that the fewest texts have (ties in code unit order). */
function rankWords(texts: readonly string[]): { sets: Int32Array[]; vocabulary: number } {
  const frequency = new Map<string, number>();
  const wordSets = texts.map((text) => new Set(words(text)));
  for (const set of wordSets) for (const word of set) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const ranked = [...frequency].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const ranks = new Map(ranked.map(([word], rank) => [word, rank]));
  const sets = wordSets.map((set) => Int32Array.from(set, (word) => ranks.get(word) as number).sort());
  return { sets, vocabulary: ranks.size };
}

/** The Jaccard similarity of two sets, given as ascending lists of numbers, not both empty. */
function jaccard(a: Int32Array, b: Int32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common / (a.length + b.length - common);
}
