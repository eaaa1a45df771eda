import fc from 'fast-check';
import { expect, test } from 'vitest';
import { togetherByChance } from '../../src/stats/fisher-exact.ts';

// Fisher's lady tasting tea: all four cups right by chance once in 70 times, three or more 17 times in 70.
test.each([
  [4, 1 / 70],
  [3, 17 / 70],
  [0, 1],
])('%i of four cups', (both, p) => {
  expect(togetherByChance({ both, one: 4, other: 4, all: 8 })).toBeCloseTo(p, 12);
});

test('which of the two comes first does not matter, and more together is less likely', () => {
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat())
    .map(([all, a, b]) => ({ all, one: a % (all + 1), other: b % (all + 1) }));
  fc.assert(
    fc.property(counts, fc.nat(), ({ all, one, other }, some) => {
      const both = some % (Math.min(one, other) + 1);
      const p = togetherByChance({ both, one, other, all });
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(togetherByChance({ both, one: other, other: one, all })).toBeCloseTo(p, 9);
      if (both > 0)
        expect(togetherByChance({ both: both - 1, one, other, all })).toBeGreaterThanOrEqual(p - 1e-12);
    }),
  );
});
