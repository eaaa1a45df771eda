import { sum } from './sum.ts';

/** The entropy in bits of things that were counted. */
export function entropyOf(counts: readonly number[]): number {
  const all = sum(counts);
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / all) * Math.log2(count / all);
  return bits;
}
