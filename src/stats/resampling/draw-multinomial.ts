import type { Rng } from '../../text/rng.ts';
import { drawBinomial } from './draw-binomial.ts';

/** A kind of more things is drawn as a binomial number, which costs about as much as this many single draws (measured). */
const mostSingly = 8;

/**
 * A function that draws, with replacement, as many things as there are, and writes how often each kind was drawn: a multinomial draw.
 * Common kinds are drawn as a whole, by a binomial number each; the things of rare kinds one by one. So a call costs no more than
 * drawing all things one by one, and hardly anything where the kinds are few.
 *
 * @param counts how many things of each kind there are, whole numbers; `drawn` must have the same length and is overwritten
 * @see Davis 1993, The computer generation of multinomial random variates, for the conditional binomial method.
 */
export function createMultinomialDraw(counts: readonly number[]): (rng: Rng, drawn: Uint32Array) => void {
  const kinds = counts.map((count, kind) => ({ count, kind }));
  const common = kinds.filter(({ count }) => count > mostSingly).sort((a, b) => b.count - a.count);
  const things = counts.reduce((sum, count) => sum + count, 0);
  const rare = new Uint32Array(common.reduce((left, { count }) => left - count, things));
  let next = 0;
  for (const { count, kind } of kinds) {
    if (count > mostSingly) continue;
    rare.fill(kind, next, next + count);
    next += count;
  }
  return (rng, drawn) => {
    drawn.fill(0);
    let draws = things;
    let rest = things;
    for (const { count, kind } of common) {
      if (draws === 0) return;
      const share = drawBinomial(rng, draws, count / rest);
      drawn[kind] = share;
      draws -= share;
      rest -= count;
    }
    for (; draws > 0; draws--) {
      const kind = rare[Math.floor(rng() * rest)] as number;
      drawn[kind] = (drawn[kind] as number) + 1;
    }
  };
}
