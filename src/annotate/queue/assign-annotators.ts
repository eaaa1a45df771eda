import { naturalKey } from '../../text/natural-key.ts';
import { drawOf } from './draw-of.ts';

/**
 * Who is to answer each claim: `overlap` annotators, or all where there are fewer; by the key of the claim, in code unit order of the names.
 *
 * Claims are gone through in order of their ids, numbers in them as numbers, and each goes to those who have the fewest so far. So it is
 * even: no annotator has more than one claim more than another. It does not matter in which order or files the claims stand, so that a
 * claim that moves to another file on being decided changes nothing, and a claim whose id comes last changes nothing for the others. A
 * claim whose id comes before others may change who gets those: evenness wins over that.
 *
 * @param keys distinct, as `claimIdKey` gives them
 * @param annotators distinct; their order does not matter
 */
export function assignAnnotators(
  keys: readonly string[],
  annotators: readonly string[],
  overlap: number,
  seed: number,
): ReadonlyMap<string, readonly string[]> {
  const loads = annotators.map((annotator) => ({ annotator, load: 0, draw: 0 }));
  const assigned = new Map<string, readonly string[]>();
  for (const key of inIdOrder(keys)) {
    for (const one of loads) one.draw = drawOf(seed, 'assign', one.annotator, key);
    loads.sort((a, b) => a.load - b.load || a.draw - b.draw || (a.annotator < b.annotator ? -1 : 1));
    const chosen = loads.slice(0, overlap);
    for (const one of chosen) one.load += 1;
    assigned.set(key, chosen.map(({ annotator }) => annotator).sort());
  }
  return assigned;
}

/** The keys in order of their ids, in which 9 stands before 10 and `nkw-9` before `nkw-10`. */
export function inIdOrder(keys: readonly string[]): string[] {
  return keys
    .map((key) => ({ key, natural: naturalKey(key) }))
    .sort((a, b) => compare(a.natural, b.natural) || compare(a.key, b.key))
    .map(({ key }) => key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
