import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bennettS } from '../../../src/stats/agreement/bennett-s.ts';
import type { Coefficient } from '../../../src/stats/agreement/coefficient.ts';
import { cohenKappa, cohenStandardError } from '../../../src/stats/agreement/cohen.ts';
import { fleissKappa } from '../../../src/stats/agreement/fleiss.ts';
import { gwetAc1 } from '../../../src/stats/agreement/gwet-ac1.ts';
import { krippendorffAlpha } from '../../../src/stats/agreement/krippendorff.ts';
import { interval, type Metric, nominal, ordinal, ratio } from '../../../src/stats/agreement/metric.ts';
import { observedAgreement } from '../../../src/stats/agreement/observed-agreement.ts';
import { scottPi } from '../../../src/stats/agreement/scott.ts';
import { sumTable, sumUnits } from '../../../src/stats/agreement/unit-sums.ts';
import { wilsonInterval } from '../../../src/stats/wilson-interval.ts';

type Table = readonly (readonly number[])[];
type Value = number | string | null;

const digits = 9;

/** The square table of two coders, and the counts of each unit, from a row of values for each coder. */
function tableOf(first: readonly Value[], second: readonly Value[], values: readonly Value[]): number[][] {
  return values.map((a) =>
    values.map((b) => first.filter((value, at) => value === a && second[at] === b).length),
  );
}

function countsOf(raters: readonly (readonly Value[])[], values: readonly Value[]): number[][] {
  return (raters[0] ?? []).map((_, unit) =>
    values.map((value) => raters.filter((row) => row[unit] === value).length),
  );
}

// Cohen's tables: the second and third show that kappa falls with equal agreement (Feinstein and Cicchetti 1990), the last is their paradox.
test.each<[table: Table, kappa: number, pi: number, ac1: number]>([
  [
    [
      [20, 5],
      [10, 15],
    ],
    0.4,
    0.3939393939393939,
    0.40594059405940586,
  ],
  [
    [
      [45, 15],
      [25, 15],
    ],
    3 / 23,
    0.12087912087912075,
    0.26605504587155965,
  ],
  [
    [
      [118, 5],
      [2, 0],
    ],
    -0.02339181286549608,
    -0.028806584362140154,
    0.9407763376087177,
  ],
])('kappa, pi and AC1 of the table %j', (table, kappa, pi, ac1) => {
  expect(cohenKappa(table).value).toBeCloseTo(kappa, digits);
  expect(scottPi(table).value).toBeCloseTo(pi, digits);
  expect(gwetAc1(sumTable(table)).value).toBeCloseTo(ac1, digits);
});

test('the standard error of kappa, as statsmodels has it', () => {
  const table = [
    [20, 5],
    [10, 15],
  ];
  expect(cohenStandardError(table)).toBeCloseTo(0.12699606293110033, digits);
  expect(
    cohenStandardError([
      [3, 0],
      [0, 4],
    ]),
  ).toBe(0);
  expect(
    cohenStandardError([
      [3, 0],
      [0, 0],
    ]),
  ).toBeNull();
});

// Fleiss 1971, table 1, as Wikipedia has it, is 10 items with 14 raters; Randolph's kappa of it is Bennett's S.
test('Fleiss’ kappa of 14 raters, and Bennett’s S', () => {
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  const sums = sumUnits(counts);
  expect(fleissKappa(sums).value).toBeCloseTo(0.20993070442195522, digits);
  expect(bennettS(sums).value).toBeCloseTo(0.2225274725274725, digits);
  expect(observedAgreement(sums).value).toBeCloseTo(0.378021978021978, digits);
});

test('Fleiss’ kappa refuses unequal numbers of labels, and names what does not', () => {
  const unequal = sumUnits([
    [2, 0],
    [1, 2],
  ]);
  expect(fleissKappa(unequal)).toEqual({
    value: null,
    reason: expect.stringContaining("Krippendorff's alpha"),
  });
  expect(krippendorffAlpha(unequal).value).not.toBeNull();
  // A unit with one value is unequal, too.
  expect(
    fleissKappa(
      sumUnits([
        [2, 0],
        [0, 1],
        [0, 2],
      ]),
    ).value,
  ).toBeNull();
});

// Krippendorff 2011, example C, whose four alphas the paper gives to three digits.
test.each<[string, Metric, number]>([
  ['nominal', nominal, 113 / 152],
  ['ordinal', ordinal, 0.8153875037548813],
  ['interval', interval([1, 2, 3, 4, 5]), 0.8491071428571428],
  ['ratio', ratio([1, 2, 3, 4, 5]), 0.797402774711612],
])('alpha of four coders with missing values, %s', (_, metric, alpha) => {
  const raters = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];
  expect(krippendorffAlpha(sumUnits(countsOf(raters, [1, 2, 3, 4, 5])), metric).value).toBeCloseTo(
    alpha,
    digits,
  );
});

// From the formula of Gwet 2014 by hand: pa = (1 + 1/3 + 1) / 3; shares of a: (1 + 2/3 + 0 + 1) / 4, of which the last unit has one value.
test('AC1 with missing values counts units with one value for prevalence', () => {
  const units = [
    [3, 0],
    [2, 1],
    [0, 2],
    [1, 0],
  ];
  const share = (1 + 2 / 3 + 0 + 1) / 4;
  const byChance = 2 * share * (1 - share);
  const observed = (1 + 1 / 3 + 1) / 3;
  expect(gwetAc1(sumUnits(units)).value).toBeCloseTo((observed - byChance) / (1 - byChance), 12);
});

const nothing = sumUnits([[1, 0, 0]]);
const alike = [
  [4, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];

test.each<[string, Coefficient, string]>([
  ['observed agreement of nothing', observedAgreement(nothing), 'No claim has labels of two annotators.'],
  ['alpha of nothing', krippendorffAlpha(nothing), 'No claim has labels of two annotators.'],
  ['Fleiss’ kappa of nothing', fleissKappa(nothing), 'No claim has labels of two annotators.'],
  ['AC1 of nothing', gwetAc1(nothing), 'No claim has labels of two annotators.'],
  ['S of nothing', bennettS(nothing), 'No claim has labels of two annotators.'],
  ['kappa of nothing', cohenKappa([[0]]), 'No claim has labels of two annotators.'],
  ['alpha of one label', krippendorffAlpha(sumTable(alike)), 'All labels are the same'],
  ['ordinal alpha of one label', krippendorffAlpha(sumTable(alike), ordinal), 'All labels are the same'],
  ['kappa of one label', cohenKappa(alike), 'All labels are the same'],
  ['pi of one label', scottPi(alike), 'All labels are the same'],
])('%s is not defined, and says why', (_, coefficient, reason) => {
  expect(coefficient).toEqual({ value: null, reason: expect.stringContaining(reason) });
});

test.each([
  [8, 10, 0.49016247153664183, 0.9433178485456247],
  [0, 10, 0, 0.2775327998628892],
  [10, 10, 0.7224672001371107, 1],
])('Wilson’s interval of %i of %i', (successes, trials, low, high) => {
  const found = wilsonInterval(successes, trials);
  expect(found?.low).toBeCloseTo(low, 12);
  expect(found?.high).toBeCloseTo(high, 12);
});

test('Wilson’s interval is wider for more confidence, ends at 0 and 1, and needs trials', () => {
  expect(wilsonInterval(0, 0)).toBeUndefined();
  expect(wilsonInterval(0, 3)?.low).toBe(0);
  expect(wilsonInterval(3, 3)?.high).toBe(1);
  const [narrow, wide] = [wilsonInterval(4, 9, 0.5), wilsonInterval(4, 9, 0.999)];
  expect(wide?.low ?? 1).toBeLessThan(narrow?.low ?? 0);
  expect(wide?.high ?? 0).toBeGreaterThan(narrow?.high ?? 1);
});

describe('properties', () => {
  const count = fc.nat(6);
  const row = fc.tuple(count, count, count);
  const tables = fc.tuple(row, row, row);
  const units = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), { maxLength: 10 });
  const all = {
    observed: observedAgreement,
    alpha: krippendorffAlpha,
    fleiss: fleissKappa,
    ac1: gwetAc1,
    s: bennettS,
  };

  /** The same number but for rounding, or both not defined for the same reason. */
  function expectSame(one: Coefficient, other: Coefficient): void {
    if (one.value === null || other.value === null) expect(one).toEqual(other);
    else expect(one.value).toBeCloseTo(other.value, digits);
  }

  test('annotators may change places', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const turned = table.map((_, a) => table.map((cells) => cells[a] ?? 0));
        expectSame(cohenKappa(turned), cohenKappa(table));
        expectSame(scottPi(turned), scottPi(table));
        expect(cohenStandardError(turned) ?? -1).toBeCloseTo(cohenStandardError(table) ?? -1, digits);
      }),
    );
  });

  test.each(Object.entries(all))(
    '%s is at most 1, and neither order nor names of categories matter',
    (_, of) => {
      fc.assert(
        fc.property(units, (given) => {
          const found = of(sumUnits(given));
          expect(found.value ?? 1).toBeLessThanOrEqual(1 + 1e-12);
          expect(Number.isNaN(found.value)).toBe(false);
          expectSame(of(sumUnits(given.toReversed().map(([a, b, c]) => [c, a, b]))), found);
        }),
      );
    },
  );

  test.each([nominal, ordinal, interval([0, 1, 5]), ratio([0, 1, 5])])(
    'a unit with one value changes no alpha, nor does one without any',
    (metric) => {
      fc.assert(
        fc.property(units, (given) => {
          const more = sumUnits([[0, 1, 0], ...given, [0, 0, 0], [1, 0, 0]]);
          expectSame(krippendorffAlpha(more, metric), krippendorffAlpha(sumUnits(given), metric));
        }),
      );
    },
  );

  test('alpha of two complete coders is 1 - (1 - pi)(1 - 1/2N)', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { value: pi } = scottPi(table);
        const size = table.flat().reduce((sum, cell) => sum + cell, 0);
        const { value: alpha } = krippendorffAlpha(sumTable(table));
        expect(alpha === null).toBe(pi === null);
        if (pi !== null && alpha !== null)
          expect(alpha).toBeCloseTo(1 - (1 - pi) * (1 - 1 / (2 * size)), digits);
      }),
    );
  });

  test('ordinal, interval and nominal alpha of two categories are one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 10 }), (given) => {
        const sums = sumUnits(given);
        expectSame(krippendorffAlpha(sums, ordinal), krippendorffAlpha(sums));
        expectSame(krippendorffAlpha(sums, interval([0, 7])), krippendorffAlpha(sums));
      }),
    );
  });
});

interface Vectors {
  readonly krippendorff: readonly {
    readonly name: string;
    readonly raters_by_units: readonly (readonly Value[])[];
    readonly alpha: Readonly<Record<string, number | null>>;
  }[];
  readonly cohen: readonly {
    readonly table: Table;
    readonly kappa: number;
    readonly se?: number;
    readonly ci95?: readonly [number, number];
    readonly scott_pi?: number;
    readonly gwet_ac1?: number;
    readonly observed?: number;
  }[];
  readonly two_coder_labels: Readonly<
    Record<'Ao' | 'cohen' | 'scott_pi' | 'krippendorff_nominal' | 'bennett_S', number>
  > & { readonly x: readonly string[]; readonly y: readonly string[] };
  readonly fleiss: readonly {
    readonly name: string;
    readonly counts: Table;
    readonly kappa: number;
    readonly randolph?: number;
    readonly krippendorff_nominal?: number;
  }[];
  readonly wilson95: readonly (readonly [number, number, number, number])[];
}

const file = path.resolve(import.meta.dirname, '../../../../shared/golden/statistics/vectors.json');
const isThere = existsSync(file);

describe.skipIf(!isThere)(
  `shared vectors${isThere ? '' : ' (skipped: they are not beside the project)'}`,
  () => {
    const vectors = (): Vectors => JSON.parse(readFileSync(file, 'utf8')) as Vectors;

    test('krippendorff', () => {
      let checked = 0;
      for (const { raters_by_units: raters, alpha } of vectors().krippendorff) {
        const values = [...new Set(raters.flat())].filter((value) => value !== null).sort();
        const metrics: Readonly<Record<string, Metric>> = {
          nominal,
          ordinal,
          interval: interval(values.map(Number)),
          ratio: ratio(values.map(Number)),
        };
        for (const [level, expected] of Object.entries(alpha)) {
          const found = krippendorffAlpha(sumUnits(countsOf(raters, values)), metrics[level]).value;
          checked += 1;
          if (expected === null || found === null) expect(found).toBe(expected);
          else expect(found).toBeCloseTo(expected, digits);
        }
      }
      expect(checked).toBe(9);
    });

    test('cohen', () => {
      for (const { table, kappa, se, scott_pi, gwet_ac1, observed, ci95 } of vectors().cohen) {
        const sums = sumTable(table);
        const found = cohenKappa(table).value ?? Number.NaN;
        const error = cohenStandardError(table) ?? Number.NaN;
        const pairs: [number | undefined, number | null][] = [
          [kappa, found],
          [se, error],
          [ci95?.[0], found - 1.959963984540054 * error],
          [ci95?.[1], found + 1.959963984540054 * error],
          [scott_pi, scottPi(table).value],
          [gwet_ac1, gwetAc1(sums).value],
          [observed, observedAgreement(sums).value],
        ];
        for (const [expected, value] of pairs)
          if (expected !== undefined) expect(value).toBeCloseTo(expected, digits);
      }
    });

    test('two coders', () => {
      const { x, y, ...expected } = vectors().two_coder_labels;
      const table = tableOf(x, y, ['S', 'R', 'N']);
      const sums = sumTable(table);
      expect(observedAgreement(sums).value).toBeCloseTo(expected.Ao, digits);
      expect(cohenKappa(table).value).toBeCloseTo(expected.cohen, digits);
      expect(scottPi(table).value).toBeCloseTo(expected.scott_pi, digits);
      expect(krippendorffAlpha(sums).value).toBeCloseTo(expected.krippendorff_nominal, digits);
      expect(bennettS(sums).value).toBeCloseTo(expected.bennett_S, digits);
    });

    test('fleiss', () => {
      for (const { counts, kappa, randolph, krippendorff_nominal: alpha } of vectors().fleiss) {
        const sums = sumUnits(counts);
        expect(fleissKappa(sums).value).toBeCloseTo(kappa, digits);
        if (randolph !== undefined) expect(bennettS(sums).value).toBeCloseTo(randolph, digits);
        if (alpha !== undefined) expect(krippendorffAlpha(sums).value).toBeCloseTo(alpha, digits);
      }
    });

    test('wilson95', () => {
      for (const [successes, trials, low, high] of vectors().wilson95) {
        expect(wilsonInterval(successes, trials)?.low).toBeCloseTo(low, digits);
        expect(wilsonInterval(successes, trials)?.high).toBeCloseTo(high, digits);
      }
    });
  },
);
