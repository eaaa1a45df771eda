import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stratifyIteratively } from '../../src/split/stratify-iteratively.ts';
import { createRng } from '../../src/text/rng.ts';
import { runs } from '../runs.ts';

test('the rarest value goes first, each group to the split that most desires it', () => {
  // Six claims of value 0, two of value 1: one of these two belongs into each half.
  const groups = [
    ...Array.from({ length: 6 }, () => ({ counts: [1, 0], size: 1 })),
    { counts: [0, 1], size: 1 },
    { counts: [0, 1], size: 1 },
  ];
  const desire = {
    counts: [
      [3, 1],
      [3, 1],
    ],
    sizes: [4, 4],
  };
  const splits = stratifyIteratively(groups, desire, createRng(1));
  expect(splits.slice(0, 6).filter((split) => split === 0)).toHaveLength(3);
  expect(new Set(splits.slice(6))).toEqual(new Set([0, 1]));
});

test('of splits that desire a value equally, the one that desires claims most', () => {
  const desire = { counts: [[1], [1], [1]], sizes: [2, 5, 2] };
  expect(stratifyIteratively([{ counts: [1], size: 1 }], desire, createRng(1))).toEqual([1]);
});

test('sizes come out right for many groups in the order of their values', () => {
  const groups = Array.from({ length: 1620 }, (_, at) => {
    const counts = Array(18).fill(0);
    for (const column of [Math.floor(at / 540), 3 + (Math.floor(at / 90) % 6), 9 + (Math.floor(at / 10) % 9)])
      counts[column] = 1;
    return { counts, size: 1 };
  });
  const shares = [0.8, 0.1, 0.1];
  const totals = Array.from(
    { length: 18 },
    (_, column) => groups.filter(({ counts }) => counts[column] === 1).length,
  );
  const desire = {
    counts: shares.map((share) => totals.map((total) => total * share)),
    sizes: shares.map((share) => groups.length * share),
  };
  const splits = stratifyIteratively(groups, desire, createRng(1));
  const sizes = shares.map((_, split) => splits.filter((own) => own === split).length);
  for (const [split, size] of desire.sizes.entries())
    expect(Math.abs((sizes[split] ?? 0) - size)).toBeLessThan(17);
});

test('groups without any value are placed by size alone', () => {
  const groups = Array.from({ length: 4 }, () => ({ counts: [0], size: 1 }));
  const splits = stratifyIteratively(groups, { counts: [[0], [0]], sizes: [3, 1] }, createRng(3));
  expect(splits.filter((split) => split === 0)).toHaveLength(3);
});

test('single claims of one attribute are divided as the ratios say, but for rounding', () => {
  const values = fc.array(fc.nat(3), { minLength: 1, maxLength: 60 });
  const ratios = fc.constantFrom([0.5, 0.5], [0.8, 0.2], [0.6, 0.2, 0.2]);
  fc.assert(
    fc.property(values, ratios, fc.nat(), (of, shares, seed) => {
      const groups = of.map((value) => ({
        counts: [0, 1, 2, 3].map((at) => (at === value ? 1 : 0)),
        size: 1,
      }));
      const totals = [0, 1, 2, 3].map((value) => of.filter((one) => one === value).length);
      const desire = {
        counts: shares.map((share) => totals.map((total) => total * share)),
        sizes: shares.map((share) => of.length * share),
      };
      const splits = stratifyIteratively(groups, desire, createRng(seed));
      for (const [split, share] of shares.entries()) {
        for (const [value, total] of totals.entries()) {
          const count = splits.filter((one, at) => one === split && of[at] === value).length;
          expect(Math.abs(count - share * total)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }
      expect(stratifyIteratively(groups, desire, createRng(seed))).toEqual(splits);
    }),
    { numRuns: runs(300) },
  );
});
