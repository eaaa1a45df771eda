import { describe, expect, test } from 'vitest';
import { fever } from '../../src/score/scorers/fever.ts';
import type { Comparison } from '../../src/score/scores.ts';
import { type ComparedFigures, compareSystems } from '../../src/score/significance/compare-systems.ts';
import { OutcomeTable } from '../../src/stats/resampling/outcome-table.ts';
import { defaultResampling } from '../../src/stats/resampling/resampling.ts';
import { createRng } from '../../src/text/rng.ts';

type Pair = readonly [first: readonly number[], second: readonly number[]];

function pairedTable(pairs: readonly Pair[], width: number): OutcomeTable {
  const table = new OutcomeTable(width * 2);
  for (const [first, second] of pairs) table.add([...first, ...second]);
  return table;
}

/** Share of claims that are right, of outcomes `[1, right]`. */
const accuracy: ComparedFigures = {
  parts: ['claims', 'right'],
  figures: [{ id: 'accuracy', title: 'accuracy', about: 'Share of claims with the right label.' }],
  figuresOf: ([claims = 0, right = 0]) => [claims === 0 ? null : right / claims],
};

/** F1 over everything predicted in all claims, of outcomes `[1, predicted, right, gold]`. */
const pooled: ComparedFigures = {
  parts: ['claims', 'predicted', 'right', 'gold'],
  figures: [{ id: 'f1', title: 'F1', about: 'Harmonic mean of precision and recall over all evidence.' }],
  figuresOf: ([, predicted = 0, right = 0, gold = 0]) => [
    predicted + gold === 0 ? null : (2 * right) / (predicted + gold),
  ],
};

const right = [1, 1] as const;
const wrong = [1, 0] as const;

/** Claims by which of two systems is right. */
function fourfold(both: number, first: number, second: number, neither: number): Pair[] {
  return [
    ...new Array<Pair>(both).fill([right, right]),
    ...new Array<Pair>(first).fill([right, wrong]),
    ...new Array<Pair>(second).fill([wrong, right]),
    ...new Array<Pair>(neither).fill([wrong, wrong]),
  ];
}

function compare(
  pairs: readonly Pair[],
  scorer: ComparedFigures,
  resampling = defaultResampling,
): Comparison {
  return compareSystems(pairedTable(pairs, scorer.parts.length), scorer, resampling);
}

/** Outcomes of FEVER for two systems, the second better by a chance. */
function feverPairs(claims: number, seed: number, better: number): Pair[] {
  const rng = createRng(seed);
  const outcome = (skill: number) => {
    const label = rng() < skill ? 1 : 0;
    const found = rng() < skill ? 1 : 0;
    return [1, label * found, label, 1, Math.floor(rng() * 6) / 5, found];
  };
  return Array.from({ length: claims }, () => [outcome(0.6), outcome(0.6 + better)]);
}

const exchange = (pairs: readonly Pair[]): Pair[] => pairs.map(([first, second]) => [second, first]);

test('a system against itself: no difference, p is 1, all ties', () => {
  const pairs = feverPairs(200, 1, 0).map(([first]): Pair => [first, first]);
  const { figures, wins } = compare(pairs, fever);
  expect(figures.map(({ id }) => id)).toEqual(fever.figures.map(({ id }) => id));
  for (const figure of figures)
    expect(figure).toEqual({
      id: figure.id,
      first: figure.second,
      second: figure.second,
      difference: 0,
      bootstrapP: 1,
      randomisationP: 1,
    });
  expect(wins).toEqual({ first: 0, second: 0, ties: 200 });
});

test('a system that is much better: p as small as draws allow, and an interval above 0', () => {
  const [strict] = compare(feverPairs(1000, 2, 0.3), fever).figures;
  expect(strict?.difference).toBeGreaterThan(0.2);
  expect(strict?.interval?.low).toBeGreaterThan(0.2);
  expect(strict?.bootstrapP).toBe(1 / 1001);
  expect(strict?.randomisationP).toBe(1 / 1001);
});

test('no claims: nothing is defined', () => {
  expect(compare([], accuracy)).toEqual({
    figures: [
      { id: 'accuracy', first: null, second: null, difference: null, bootstrapP: null, randomisationP: null },
    ],
    wins: { first: 0, second: 0, ties: 0 },
  });
});

test('a figure that one system does not have', () => {
  const only: ComparedFigures = {
    ...pooled,
    figuresOf: ([, predicted = 0, right = 0]) => [predicted === 0 ? null : right / predicted],
  };
  const { figures, wins } = compare(
    new Array<Pair>(9).fill([
      [1, 0, 0, 1],
      [1, 1, 1, 1],
    ]),
    only,
  );
  expect(figures[0]).toEqual({
    id: 'f1',
    first: null,
    second: 1,
    difference: null,
    bootstrapP: null,
    randomisationP: null,
  });
  expect(wins).toEqual({ first: 0, second: 0, ties: 9 });
});

test.each([
  ['FEVER', feverPairs(150, 3, 0.05)],
  ['hardly any outcome twice', feverPairs(60, 4, 0.1)],
])('exchanging the systems turns the signs and leaves the p-values: %s', (_, pairs) => {
  const there = compare(pairs, fever);
  const back = compare(exchange(pairs), fever);
  for (const [at, figure] of there.figures.entries()) {
    const other = back.figures[at];
    expect(other?.difference).toBe(-(figure.difference as number));
    expect(other?.randomisationP).toBe(figure.randomisationP);
    expect(other?.bootstrapP).toBe(figure.bootstrapP);
    expect(other?.interval?.low).toBeCloseTo(-(figure.interval?.high as number), 12);
    expect(other?.interval?.high).toBeCloseTo(-(figure.interval?.low as number), 12);
  }
  expect(back.wins).toEqual({
    first: there.wins.second,
    second: there.wins.first,
    ties: there.wins.ties,
  });
});

/** Probability that of some tosses of a coin one side or the other comes at least so often. */
function signTest(tosses: number, most: number): number {
  let [term, sum] = [1, 0];
  for (let heads = 0; heads <= tosses; heads++) {
    if (Math.max(heads, tosses - heads) >= most) sum += term;
    term *= (tosses - heads) / (heads + 1);
  }
  return sum / 2 ** tosses;
}

// Of accuracy, exchanging the outcomes of claims is tossing a coin for each claim on which one system is right.
test.each([
  [30, 2, 10, 8],
  [0, 5, 5, 0],
  [100, 12, 25, 40],
  [7, 0, 6, 0],
  [500, 40, 60, 400],
])('randomisation is the exact sign test: both %d, first %d, second %d, neither %d', (...counts) => {
  const [, first, second] = counts;
  const resamples = 40_000;
  const { figures, wins } = compare(fourfold(...counts), accuracy, { ...defaultResampling, resamples });
  const exact = signTest(first + second, Math.max(first, second));
  const found = figures[0]?.randomisationP ?? Number.NaN;
  expect(Math.abs(found - exact)).toBeLessThan(
    4.5 * Math.sqrt((exact * (1 - exact)) / resamples) + 1 / resamples,
  );
  expect(wins).toEqual({ first, second, ties: counts[0] + counts[3] });
});

test('values in tenths, whose sums are rounded, have the p-values of whole numbers', () => {
  const rng = createRng(12);
  const tenths = Array.from({ length: 40 }, () => [Math.floor(rng() * 11), Math.floor(rng() * 11)] as const);
  const pairs = (unit: number) =>
    tenths.map(
      ([first, second]): Pair => [
        [1, first / unit],
        [1, second / unit],
      ],
    );
  const [whole] = compare(pairs(1), accuracy).figures;
  const [rounded] = compare(pairs(10), accuracy).figures;
  expect(rounded?.randomisationP).toBe(whole?.randomisationP);
  expect(rounded?.bootstrapP).toBe(whole?.bootstrapP);
});

describe('systems that are equally good', () => {
  const samples = 600;
  const resampling = { ...defaultResampling, resamples: 199 };
  const values = (['randomisationP', 'bootstrapP'] as const).map((key) => ({ key, all: [] as number[] }));
  let covered = 0;
  for (let seed = 1; seed <= samples; seed++) {
    const rng = createRng(seed);
    const pairs = Array.from({ length: 120 }, (): Pair => {
      const hardness = rng();
      return [
        [1, rng() ** (0.5 + hardness)],
        [1, rng() ** (0.5 + hardness)],
      ];
    });
    const [figure] = compare(pairs, accuracy, { ...resampling, seed: seed + 10_000 }).figures;
    for (const { key, all } of values) all.push(figure?.[key] ?? Number.NaN);
    if (figure?.interval !== undefined && figure.interval.low <= 0 && figure.interval.high >= 0) covered += 1;
  }

  test.each(values)('$key is spread evenly from 0 to 1', ({ all }) => {
    const sorted = [...all].sort((a, b) => a - b);
    const distance = Math.max(
      ...sorted.map((p, at) => Math.max(Math.abs((at + 1) / samples - p), Math.abs(at / samples - p))),
    );
    // Kolmogorov and Smirnov's bound for 1 in 1,000, and the step of a p-value from 199 draws.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(samples) + 1 / 200);
    // At 5 %, within four standard deviations.
    const rejected = all.filter((p) => p <= 0.05).length / samples;
    expect(Math.abs(rejected - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / samples));
  });

  test('the interval of the difference holds 0 in about 95 of 100', () => {
    expect(covered / samples).toBeGreaterThan(0.91);
    expect(covered / samples).toBeLessThan(0.98);
  });
});

describe('wins', () => {
  test('of a mean they are the claims with the better value', () => {
    const pairs: Pair[] = [
      [
        [1, 0.25],
        [1, 0.5],
      ],
      [
        [1, 0.1 + 0.2],
        [1, 0.3],
      ],
      [
        [1, 0.75],
        [1, 0.5],
      ],
      [
        [1, 1],
        [1, 0],
      ],
    ];
    expect(compare(pairs, accuracy).wins).toEqual({ first: 2, second: 1, ties: 1 });
  });

  test('what is predicted for nothing loses, though the claim has no F1 of its own', () => {
    const pairs: Pair[] = [
      [
        [1, 0, 0, 0],
        [1, 3, 0, 0],
      ],
      [
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ],
      [
        [1, 2, 1, 2],
        [1, 2, 2, 2],
      ],
    ];
    expect(compare(pairs, pooled).wins).toEqual({ first: 1, second: 1, ties: 1 });
  });

  test('of an error less is better', () => {
    const error: ComparedFigures = {
      ...accuracy,
      figures: accuracy.figures.map((f) => ({ ...f, isError: true })),
    };
    expect(compare(fourfold(5, 2, 3, 4), error).wins).toEqual({ first: 3, second: 2, ties: 9 });
  });
});

test('the same seed gives the same comparison, for ever', () => {
  const pairs = feverPairs(300, 8, 0.04);
  const comparison = compare(pairs, fever);
  expect(comparison).toMatchInlineSnapshot(`
    {
      "figures": [
        {
          "bootstrapP": 0.01898101898101898,
          "difference": 0.09666666666666668,
          "first": 0.30333333333333334,
          "id": "feverScore",
          "interval": {
            "high": 0.17333333333333334,
            "low": 0.016666666666666663,
          },
          "randomisationP": 0.011988011988011988,
          "second": 0.4,
        },
        {
          "bootstrapP": 0.02197802197802198,
          "difference": 0.09333333333333327,
          "first": 0.55,
          "id": "labelAccuracy",
          "interval": {
            "high": 0.16999999999999998,
            "low": 0.01666666666666672,
          },
          "randomisationP": 0.022977022977022976,
          "second": 0.6433333333333333,
        },
        {
          "bootstrapP": 0.978021978021978,
          "difference": -0.0013333333333332975,
          "first": 0.5053333333333331,
          "id": "evidencePrecision",
          "interval": {
            "high": 0.0560166666666667,
            "low": -0.05533333333333329,
          },
          "randomisationP": 0.983016983016983,
          "second": 0.5039999999999998,
        },
        {
          "bootstrapP": 0.14985014985014986,
          "difference": 0.05666666666666664,
          "first": 0.59,
          "id": "evidenceRecall",
          "interval": {
            "high": 0.1333333333333333,
            "low": -0.020083333333333276,
          },
          "randomisationP": 0.16883116883116883,
          "second": 0.6466666666666666,
        },
        {
          "bootstrapP": 0.35864135864135865,
          "difference": 0.022094591401845887,
          "first": 0.544394400486914,
          "id": "evidenceF1",
          "interval": {
            "high": 0.06952770173454273,
            "low": -0.025515145443044552,
          },
          "randomisationP": 0.36863136863136864,
          "second": 0.5664889918887599,
        },
      ],
      "wins": {
        "first": 55,
        "second": 84,
        "ties": 161,
      },
    }
  `);
  expect(compare(pairs, fever)).toEqual(comparison);
});

test('the sums are those of each system alone, to the last bit', () => {
  const pairs = feverPairs(500, 9, 0.1);
  const alone = new OutcomeTable(6);
  for (const [, second] of pairs) alone.add(second);
  expect(compare(pairs, fever).figures.map(({ second }) => second)).toEqual(fever.figuresOf(alone.totals));
});

test('options out of range are refused', () => {
  expect(() => compare([], accuracy, { ...defaultResampling, confidence: 2 })).toThrow(/confidence/);
});
