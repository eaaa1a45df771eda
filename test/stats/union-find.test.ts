import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUnionFind } from '../../src/stats/union-find.ts';

test('joins what naive relabelling joins, and tells whether it was apart', () => {
  const size = 20;
  const pairs = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 40 });
  fc.assert(
    fc.property(pairs, (unions) => {
      const sets = createUnionFind(size);
      let names = [...Array(size).keys()];
      for (const [a, b] of unions) {
        expect(sets.union(a, b)).toBe(names[a] !== names[b]);
        const [from, to] = [names[a], names[b] ?? 0];
        names = names.map((name) => (name === from ? to : name));
      }
      for (const a of names.keys()) {
        for (const b of names.keys()) expect(sets.find(a) === sets.find(b)).toBe(names[a] === names[b]);
      }
    }),
  );
});

test('a chain of 200,000 is one set', () => {
  const size = 200_000;
  const sets = createUnionFind(size);
  for (let at = 1; at < size; at++) sets.union(at - 1, at);
  expect(sets.find(0)).toBe(sets.find(size - 1));
});
