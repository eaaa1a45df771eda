import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OutcomeTable } from '../../../src/stats/resampling/outcome-table.ts';
import { createRng } from '../../../src/text/rng.ts';

/** Numbers that look alike: two zeros, NaN, neighbours. */
const few = fc.constantFrom(
  0,
  -0,
  1,
  0.1,
  0.2,
  0.1 + 0.2,
  0.3,
  1 / 3,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  5e-324,
);
const part = fc.oneof({ weight: 4, arbitrary: few }, { weight: 1, arbitrary: fc.double() });

/** What the table should hold: by a map of texts. */
function expected(width: number, outcomes: readonly (readonly number[])[]) {
  const totals = Array.from({ length: width }, () => 0);
  const counts = new Map<string, number>();
  for (const outcome of outcomes) {
    for (let at = 0; at < width; at++) totals[at] = (totals[at] ?? 0) + (outcome[at] ?? Number.NaN);
    // A text says NaN, and 0 of -0.
    const text = outcome.map(String).join(' ');
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return { totals, counts };
}

function contents(table: OutcomeTable): [string, number][] {
  return table.counts.map((count, outcome) => [
    Array.from({ length: table.width }, (_, at) => String(table.value(outcome, at))).join(' '),
    count,
  ]);
}

test('holds the sums of a plain loop to the last bit, and how often each outcome happened', () => {
  const outcomes = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.tuple(
        fc.constant(width),
        fc.array(fc.array(part, { minLength: width, maxLength: width }), { maxLength: 60 }),
      ),
    );
  fc.assert(
    fc.property(outcomes, ([width, all]) => {
      const table = new OutcomeTable(width);
      for (const outcome of all) table.add(outcome);
      const { totals, counts } = expected(width, all);
      // toEqual tells -0 from 0.
      expect(table.totals).toEqual(totals);
      expect(table.claims).toBe(all.length);
      expect(table.distinct).toBe(counts.size);
      expect(contents(table)).toEqual([...counts]);
    }),
  );
});

test.each<[string, number, (at: number) => number[]]>([
  ['whole numbers', 100_000, (at) => [at]],
  ['whole numbers after many that are equal', 100_000, (at) => [1, 1, 0, 0, 1, 0, at]],
  ['halves of halves', 100_000, (at) => [1, at / 65_536]],
  ['powers of two', 2000, (at) => [2 ** (at - 1000)]],
  ['signs', 100_000, (at) => [at % 2 === 0 ? at : -at]],
  ['pairs', 65_536, (at) => [at >> 8, at & 255]],
  ['random numbers', 100_000, ((rng) => () => [rng(), rng()])(createRng(3))],
])('%s: each is told from all others, after the table grew many times', (_, count, outcomeOf) => {
  const outcomes = Array.from({ length: count }, (_, at) => outcomeOf(at));
  const table = new OutcomeTable(outcomes[0]?.length ?? 0);
  for (const outcome of outcomes) table.add(outcome);
  for (const outcome of outcomes) table.add(outcome);
  expect(table.distinct).toBe(count);
  expect(table.counts.every((times) => times === 2)).toBe(true);
  expect(table.claims).toBe(2 * count);
  // Asked first, because asserting takes longer than looking.
  const isWrong = outcomes.findIndex((outcome, at) =>
    outcome.some((value, part) => table.value(at, part) !== value),
  );
  expect(isWrong).toBe(-1);
});

test('many that are NaN are one, and cost no more than others', () => {
  const table = new OutcomeTable(2);
  for (let at = 0; at < 300_000; at++) table.add([1, Number.NaN]);
  expect([table.distinct, table.claims, table.totals]).toEqual([1, 300_000, [300_000, Number.NaN]]);
}, 5000);
