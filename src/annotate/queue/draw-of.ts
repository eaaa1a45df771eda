import { type Hash64, hashInto } from '../../text/hash64.ts';

const hash: Hash64 = { high: 0, low: 0 };

/** A number in [0, 1) that hangs on nothing but the arguments: the same on every machine, for ever. */
export function drawOf(seed: number, purpose: string, annotator: string, what: string | number): number {
  const { high, low } = hashInto(`${seed} ${purpose} ${annotator}\n${what}`, hash);
  return ((high >>> 0) + (low >>> 0) / 2 ** 32) / 2 ** 32;
}
