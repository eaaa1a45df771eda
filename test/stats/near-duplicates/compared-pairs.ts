import type { Shingles } from '../../../src/stats/near-duplicates/shingles.ts';
import { claimKey } from '../../../src/text/normalise.ts';
import { jaccard } from '../../text/jaccard.ts';

/** The runs of words or characters of a text, written down as plainly as can be. */
function runSet(text: string, { unit, n }: Shingles): ReadonlySet<string> {
  const key = claimKey(text);
  const pieces = key === '' ? [] : unit === 'words' ? key.split(' ') : [...key];
  const joint = unit === 'words' ? ' ' : '';
  if (pieces.length > 0 && pieces.length < n) return new Set([pieces.join(joint)]);
  return new Set(pieces.slice(n - 1).map((_, at) => pieces.slice(at, at + n).join(joint)));
}

/** All pairs by comparing every text with every other. */
export function comparedPairs(texts: readonly string[], threshold: number, shingles: Shingles) {
  const sets = texts.map((text) => runSet(text, shingles));
  return sets.flatMap((set, b) =>
    sets.slice(0, b).flatMap((other, a) => {
      const similarity = jaccard(other, set);
      return similarity >= threshold ? [{ a, b, similarity }] : [];
    }),
  );
}
