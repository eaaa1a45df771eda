import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignAnnotators, inIdOrder } from '../../../src/annotate/queue/assign-annotators.ts';
import { runs } from '../../runs.ts';

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 7 });
const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 60 });
const seeds = fc.nat(0xffffffff);
const overlaps = fc.integer({ min: 1, max: 8 });

function loadsOf(assigned: ReadonlyMap<string, readonly string[]>, annotators: readonly string[]): number[] {
  return annotators.map((one) => [...assigned.values()].filter((chosen) => chosen.includes(one)).length);
}

test('each claim has as many annotators as it needs, and none has more than one claim more than another', () => {
  fc.assert(
    fc.property(keys, names, overlaps, seeds, (claims, annotators, overlap, seed) => {
      const assigned = assignAnnotators(claims, annotators, overlap, seed);
      expect(new Set(assigned.keys())).toEqual(new Set(claims));
      for (const chosen of assigned.values()) {
        expect(new Set(chosen).size).toBe(Math.min(overlap, annotators.length));
      }
      const loads = loadsOf(assigned, annotators);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    }),
    { numRuns: runs(300) },
  );
});

test('the order of claims and annotators does not matter', () => {
  fc.assert(
    fc.property(keys, names, overlaps, seeds, (claims, annotators, overlap, seed) => {
      const turned = assignAnnotators([...claims].reverse(), [...annotators].reverse(), overlap, seed);
      expect(turned).toEqual(assignAnnotators(claims, annotators, overlap, seed));
    }),
    { numRuns: runs(300) },
  );
});

test('a claim whose id comes last changes nothing for the others', () => {
  fc.assert(
    fc.property(keys, names, overlaps, seeds, (claims, annotators, overlap, seed) => {
      const last = inIdOrder(claims).at(-1);
      const fewer = assignAnnotators(
        claims.filter((key) => key !== last),
        annotators,
        overlap,
        seed,
      );
      const all = assignAnnotators(claims, annotators, overlap, seed);
      for (const [key, chosen] of fewer) expect(all.get(key)).toEqual(chosen);
    }),
    { numRuns: runs(300) },
  );
});

test('who answers with whom changes from claim to claim', () => {
  const assigned = assignAnnotators(
    Array.from({ length: 300 }, (_, at) => `c${at}`),
    ['a', 'b', 'c', 'd'],
    2,
    0,
  );
  const pairs = new Map<string, number>();
  for (const chosen of assigned.values()) pairs.set(chosen.join(), (pairs.get(chosen.join()) ?? 0) + 1);
  expect(pairs.size).toBe(6);
  expect(Math.min(...pairs.values())).toBeGreaterThan(300 / 6 / 2);
});

test('the same seed gives the same for ever, another seed something else', () => {
  const claims = ['c1', 'c2', 'c3', 'c10'];
  const shown = (seed: number) =>
    [...assignAnnotators(claims, ['ann', 'bob', 'cleo'], 2, seed)].map(
      ([key, chosen]) => `${key} ${chosen.join()}`,
    );
  expect(shown(0)).toMatchInlineSnapshot(`
    [
      "c1 ann,bob",
      "c2 ann,cleo",
      "c3 bob,cleo",
      "c10 bob,cleo",
    ]
  `);
  expect(shown(1)).not.toEqual(shown(0));
});

test.each([
  [
    ['c10', 'c9', 'c1'],
    ['c1', 'c9', 'c10'],
  ],
  [
    ['nkw-2-10', 'nkw-10-1', 'nkw-2-9'],
    ['nkw-2-9', 'nkw-2-10', 'nkw-10-1'],
  ],
  [
    ['10', '9', '09', '9a'],
    ['09', '9', '9a', '10'],
  ],
  [
    [`x${'9'.repeat(400)}`, `x1${'0'.repeat(400)}`],
    [`x${'9'.repeat(400)}`, `x1${'0'.repeat(400)}`],
  ],
])('numbers in ids count as numbers: %j', (ids, expected) => {
  expect(inIdOrder(ids)).toEqual(expected);
});
