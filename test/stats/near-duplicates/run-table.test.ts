import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RunTable } from '../../../src/stats/near-duplicates/run-table.ts';

test('numbers runs as a Map of their texts does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'é', '\ud83d', '\uffff'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat(12), fc.nat(12)), { maxLength: 60 }), (asked) => {
      const table = new RunTable();
      const numbers = new Map<string, number>();
      for (const [all, one, other] of asked) {
        const [start, end] = [Math.min(one, other, all.length), Math.min(Math.max(one, other), all.length)];
        const run = all.slice(start, end);
        if (!numbers.has(run)) numbers.set(run, numbers.size);
        expect(table.numberOf(all, start, end)).toBe(numbers.get(run));
      }
      expect(table.size).toBe(numbers.size);
    }),
  );
});

test('keeps its numbers while it grows', () => {
  const table = new RunTable();
  const all = Array.from({ length: 5000 }, (_, at) => `word${at}`);
  const numbers = () => all.map((run) => table.numberOf(run, 0, run.length));
  const first = numbers();
  expect(first).toEqual(all.map((_, at) => at));
  expect(numbers()).toEqual(first);
});
