import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createJoinReport,
  type Joined,
  type JoinReport,
  joinById,
  joinByPosition,
} from '../../src/score/join/join-records.ts';
import { recordId } from '../../src/score/join/record-id.ts';
import type { JsonObject } from '../../src/score/scorer.ts';

/** A record whose `from` says which it is. */
interface Numbered {
  readonly json: JsonObject;
  readonly from: string;
}

function records(side: string, jsons: readonly JsonObject[]): Numbered[] {
  return jsons.map((json, at) => ({ json, from: `${side}${at}` }));
}

/** Pairs as `gold position, gold, prediction`, and the counts and the first records of the report. */
function told(joined: readonly Joined<Numbered>[], { counts: _, ...report }: JoinReport<Numbered>) {
  const pairs = joined.map(({ index, gold, prediction }) => [index, gold.from, prediction?.from]);
  const unjoined = Object.fromEntries(
    Object.entries(report).map(([why, { count, first }]) => [
      why,
      { count, first: (first as Numbered[]).map(({ from }) => from) },
    ]),
  );
  return { pairs, unjoined };
}

function join(by: typeof joinById, golds: readonly JsonObject[], predictions: readonly JsonObject[]) {
  const report = createJoinReport<Numbered>();
  const joined = [...by(records('gold', golds), records('prediction', predictions), report)];
  return told(joined, report);
}

const few = (all: readonly string[]) => ({ count: all.length, first: all.slice(0, 5) });

const id = fc.oneof(
  fc.integer({ min: 0, max: 8 }),
  fc.constantFrom('0', '1', 'x', '', '__proto__', 'constructor'),
);
const json: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 8, arbitrary: id.map((one) => ({ id: one })) },
  { weight: 1, arbitrary: id.map((one) => ({ claim_id: one })) },
  { weight: 1, arbitrary: fc.constantFrom<JsonObject[]>({}, { id: null }, { id: [1] }) },
);
const side = fc.array(json, { maxLength: 30 });

describe('by id', () => {
  test('each gold id comes once with the first prediction of that id; all others are counted', () => {
    fc.assert(
      fc.property(side, side, (golds, predictions) => {
        const { pairs, unjoined } = join(joinById, golds, predictions);
        const firsts = (all: readonly JsonObject[], name: string) => {
          const first = new Map<string, string>();
          const [repeated, without]: [string[], string[]] = [[], []];
          for (const [at, record] of all.entries()) {
            const key = recordId(record);
            if (key === undefined) without.push(name + at);
            else if (first.has(key)) repeated.push(name + at);
            else first.set(key, name + at);
          }
          return { first, repeated, without };
        };
        const gold = firsts(golds, 'gold');
        const prediction = firsts(predictions, 'prediction');
        const wanted = [...gold.first].map(([key, from]) => [
          Number(from.slice('gold'.length)),
          from,
          prediction.first.get(key),
        ]);
        expect([...pairs].sort(([a], [b]) => Number(a) - Number(b))).toEqual(wanted);
        // Those that have no prediction come last, in their order.
        const missing = wanted.filter(([, , other]) => other === undefined);
        expect(pairs.slice(pairs.length - missing.length)).toEqual(missing);
        const extra = [...prediction.first].filter(([key]) => !gold.first.has(key)).map(([, from]) => from);
        expect(unjoined).toMatchObject({
          missing: few(missing.map(([, from]) => String(from))),
          extra: few(extra),
          repeatedGold: few(gold.repeated),
          repeatedPredictions: few(prediction.repeated),
        });
        expect(unjoined.withoutId?.count).toBe(gold.without.length + prediction.without.length);
        expect([...gold.without, ...prediction.without]).toEqual(
          expect.arrayContaining([...(unjoined.withoutId?.first ?? [])]),
        );
      }),
    );
  });

  test('predictions in the order of the gold file are joined in that order, one at a time', () => {
    const golds = records(
      'gold',
      Array.from({ length: 100 }, (_, at) => ({ id: at })),
    );
    const read: string[] = [];
    const predictions = function* () {
      for (const record of records(
        'prediction',
        golds.map((gold) => gold.json),
      )) {
        read.push(record.from);
        yield record;
      }
    };
    let count = 0;
    for (const { index, prediction } of joinById(golds, predictions(), createJoinReport<Numbered>())) {
      expect([index, prediction?.from]).toEqual([count, `prediction${count}`]);
      count += 1;
      expect(read.length).toBe(count);
    }
    expect(count).toBe(100);
  });

  test('a prediction that is left over is none for a second gold of its id', () => {
    const { pairs, unjoined } = join(joinById, [{ id: 1 }, { id: 1 }], [{ id: '1' }, { id: 1 }]);
    expect(pairs).toEqual([[0, 'gold0', 'prediction0']]);
    expect(unjoined).toMatchObject({ repeatedGold: { count: 1 }, repeatedPredictions: { count: 1 } });
  });
});

describe('by position', () => {
  test('each gold record comes once, in order, with the prediction of its position', () => {
    fc.assert(
      fc.property(side, side, (golds, predictions) => {
        const { pairs, unjoined } = join(joinByPosition, golds, predictions);
        expect(pairs).toEqual(
          golds.map((_, at) => [at, `gold${at}`, at < predictions.length ? `prediction${at}` : undefined]),
        );
        const beyond = (name: string, all: readonly unknown[], other: readonly unknown[]) =>
          few(all.map((_, at) => `${name}${at}`).slice(other.length));
        expect(unjoined).toEqual({
          missing: beyond('gold', golds, predictions),
          extra: beyond('prediction', predictions, golds),
          repeatedGold: few([]),
          repeatedPredictions: few([]),
          withoutId: few([]),
        });
      }),
    );
  });
});

test.each([
  ['id', joinById],
  ['position', joinByPosition],
])('by %s: gold that has no right answer misses no prediction', (_, by) => {
  const report = createJoinReport<Numbered>(({ json }) => json.id !== 2);
  const joined = [
    ...by(records('gold', [{ id: 1 }, { id: 2 }, { id: 3 }]), records('prediction', [{ id: 1 }]), report),
  ];
  expect(joined.map(({ prediction }) => prediction === undefined)).toEqual([false, true, true]);
  expect(report.missing.count).toBe(1);
});
