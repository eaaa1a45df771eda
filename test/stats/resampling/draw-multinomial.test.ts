import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMultinomialDraw } from '../../../src/stats/resampling/draw-multinomial.ts';
import { createRng, type Rng } from '../../../src/text/rng.ts';

/** What the draw stands for: every thing drawn on its own. */
function drawSingly(counts: readonly number[]): (rng: Rng, drawn: Uint32Array) => void {
  const things = counts.flatMap((count, kind) => new Array<number>(count).fill(kind));
  return (rng, drawn) => {
    drawn.fill(0);
    for (const _ of things) {
      const kind = things[Math.floor(rng() * things.length)] as number;
      drawn[kind] = (drawn[kind] as number) + 1;
    }
  };
}

test('as many are drawn as there are, of the kinds that there are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 40 }), fc.nat(), (counts, seed) => {
      const drawn = new Uint32Array(counts.length).fill(7);
      createMultinomialDraw(counts)(createRng(seed), drawn);
      const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, count) => all + count, 0);
      expect(sum(drawn)).toBe(sum(counts));
      expect([...drawn].filter((times, kind) => times > 0 && counts[kind] === 0)).toEqual([]);
    }),
  );
});

describe.each([
  ['common kinds', [500, 300, 120, 80]],
  ['rare kinds', [1, 2, 3, 1, 1, 2]],
  ['both', [1, 400, 3, 9, 8, 60, 2]],
  ['one common kind among rare ones', [1, 1, 1, 1, 50]],
])('%s', (_, counts) => {
  const draws = 40_000;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const draw = createMultinomialDraw(counts);
  const drawn = new Uint32Array(counts.length);

  test('means, variances and covariances are those of the distribution', () => {
    const rng = createRng(17);
    const samples = Array.from({ length: draws }, () => {
      draw(rng, drawn);
      return [...drawn];
    });
    const meanOf = (value: (sample: readonly number[]) => number) =>
      samples.reduce((sum, sample) => sum + value(sample), 0) / draws;
    for (const [kind, count] of counts.entries()) {
      const share = count / all;
      const variance = all * share * (1 - share);
      expect(Math.abs(meanOf((sample) => sample[kind] as number) - count)).toBeLessThan(
        4.5 * Math.sqrt(variance / draws),
      );
      for (const [other, otherCount] of counts.entries()) {
        const expected = other === kind ? variance : (-count * otherCount) / all;
        const found = meanOf(
          (sample) => ((sample[kind] as number) - count) * ((sample[other] as number) - otherCount),
        );
        const otherVariance = otherCount * (1 - otherCount / all);
        // The variance of a product of two nearly normal numbers, and some more for the skew of rare kinds.
        const error = Math.sqrt((variance * otherVariance + expected ** 2 + 3 * variance) / draws);
        expect(Math.abs(found - expected)).toBeLessThan(5 * error);
      }
    }
  });

  test('a sum over what is drawn is distributed as that of things drawn singly', () => {
    const sums = (draws: typeof draw, seed: number) => {
      const rng = createRng(seed);
      return Float64Array.from({ length: 4000 }, () => {
        draws(rng, drawn);
        return drawn.reduce((sum, times, kind) => sum + times * Math.sqrt(kind + 1), 0);
      }).sort();
    };
    const [ours, naive] = [sums(draw, 1), sums(drawSingly(counts), 2)];
    // Kolmogorov and Smirnov's bound for 1 in 1,000 (2,000 with ties).
    expect(distanceOf(ours, naive)).toBeLessThan(1.95 * Math.sqrt(2 / 4000));
  });
});

/** The largest difference of the two distribution functions. */
function distanceOf(one: Float64Array, other: Float64Array): number {
  let [at, otherAt, distance] = [0, 0, 0];
  while (at < one.length && otherAt < other.length) {
    const value = Math.min(one[at] as number, other[otherAt] as number);
    while (at < one.length && (one[at] as number) <= value + 1e-9) at += 1;
    while (otherAt < other.length && (other[otherAt] as number) <= value + 1e-9) otherAt += 1;
    distance = Math.max(distance, Math.abs(at / one.length - otherAt / other.length));
  }
  return distance;
}

test('nothing is drawn of nothing', () => {
  const drawn = new Uint32Array(0);
  createMultinomialDraw([])(createRng(1), drawn);
  expect([...drawn]).toEqual([]);
});

test('the same seed draws the same, for ever', () => {
  const drawn = new Uint32Array(8);
  createMultinomialDraw([1, 400, 3, 12, 8, 60, 2, 9])(createRng(7), drawn);
  expect([...drawn]).toMatchInlineSnapshot(`
    [
      0,
      399,
      6,
      12,
      8,
      61,
      2,
      7,
    ]
  `);
});
