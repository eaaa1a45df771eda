import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScoreTally } from '../../src/score/score-tally.ts';
import type { OutcomeTable } from '../../src/stats/resampling/outcome-table.ts';

const width = 3;

interface Entry {
  readonly outcome: readonly number[];
  readonly isSkipped: boolean;
  /** For each of two groupings. */
  readonly groups: readonly [readonly string[], readonly string[]];
}

const names = fc.uniqueArray(fc.constantFrom('a', 'b', '__proto__', ''), { maxLength: 3 });
const entry: fc.Arbitrary<Entry> = fc.record({
  outcome: fc.array(fc.oneof(fc.constantFrom(0, 1, 0.1, 1e16, -1e16), fc.double({ noNaN: true })), {
    minLength: width,
    maxLength: width,
  }),
  isSkipped: fc.boolean(),
  groups: fc.tuple(names, names),
});

/** Everything that a table says. */
function contents(table: OutcomeTable) {
  const outcomes = table.counts.map((count, at) => [
    count,
    ...Array.from({ length: width }, (_, part) => table.value(at, part)),
  ]);
  return { claims: table.claims, totals: table.totals, outcomes };
}

function tallyOf(entries: readonly Entry[], order: readonly number[]): ScoreTally {
  const tally = new ScoreTally(width, 2);
  for (const at of order) {
    const { outcome, isSkipped, groups } = entries[at] as Entry;
    if (isSkipped) tally.skip(at);
    else tally.add(at, outcome, groups);
  }
  return tally;
}

const shuffled = fc
  .array(entry, { maxLength: 25 })
  .chain((entries) =>
    fc.tuple(
      fc.constant(entries),
      fc.shuffledSubarray([...entries.keys()], { minLength: entries.length, maxLength: entries.length }),
    ),
  );

test('in whatever order claims come, sums are those of a plain loop in the order of the gold file, to the last bit', () => {
  fc.assert(
    fc.property(shuffled, ([entries, order]) => {
      const tally = tallyOf(entries, order);
      const counted = entries.filter(({ isSkipped }) => !isSkipped);
      const sums = (some: readonly Entry[]): number[] =>
        some.reduce((totals, { outcome }) => totals.map((sum, at) => sum + (outcome[at] ?? 0)), [0, 0, 0]);
      expect(tally.all.totals).toEqual(sums(counted));
      expect(tally.all.claims).toBe(counted.length);
      for (const [which, groups] of tally.groups.entries()) {
        const wanted = [...new Set(counted.flatMap((one) => one.groups[which] ?? []))];
        expect([...groups.keys()]).toEqual(wanted);
        for (const [name, table] of groups) {
          const members = counted.filter((one) => one.groups[which]?.includes(name));
          expect([table.claims, table.totals]).toEqual([members.length, sums(members)]);
        }
      }
      // Nothing waits when all came.
      const before = contents(tally.all);
      tally.finish();
      expect(contents(tally.all)).toEqual(before);
    }),
  );
});

test('where some never come, all others are counted at the end, in their order', () => {
  fc.assert(
    fc.property(shuffled, fc.nat(25), ([entries, order], lost) => {
      const came = order.filter((at) => at % 26 !== lost);
      const tally = tallyOf(entries, came);
      tally.finish();
      const kept = entries.filter(({ isSkipped }, at) => !isSkipped && at % 26 !== lost);
      const wanted = tallyOf(kept, [...kept.keys()]);
      expect(contents(tally.all)).toEqual(contents(wanted.all));
      expect(
        tally.groups.map((groups) => [...groups].map(([name, table]) => [name, contents(table)])),
      ).toEqual(wanted.groups.map((groups) => [...groups].map(([name, table]) => [name, contents(table)])));
    }),
  );
});
