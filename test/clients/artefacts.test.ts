import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Association, measureAssociation } from '../../src/stats/artefacts/association.ts';
import { measureNgramLmi } from '../../src/stats/artefacts/ngram-lmi.ts';
import { togetherByChance } from '../../src/stats/fisher-exact.ts';
import { upperGammaShare } from '../../src/stats/incomplete-gamma.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';
import { createRandom } from './random.ts';

const why = whyNoClient('numpy', 'scipy.stats', 'sklearn.metrics');

interface Answer {
  readonly tables: readonly Association[];
  readonly gamma: readonly number[];
  readonly fisher: readonly number[];
  readonly lmi: readonly { readonly total: number; readonly found: Readonly<Record<string, number>> }[];
}

const random = createRandom(11);

/** Tables of two to eight rows and columns, most of them sparse; each row and column has something. */
const tables = Array.from({ length: 200 }, () => {
  const [height, width, most] = [2 + random.int(7), 2 + random.int(4), random.pick([3, 30, 3000])];
  return random.list(height, () => random.list(width, () => random.int(most + 1)));
}).filter((table) => measureAssociation(table) !== undefined);

const gamma = Array.from({ length: 300 }, () => {
  const a = random.pick([0.5, 1, 1.5, 2, 7.5, 40, 250, 1500]);
  return [a, a * random.pick([0, 0.01, 0.3, 0.8, 1, 1.2, 2, 5, 20]) + random.int(3) / 7] as const;
});

const fisher = Array.from(
  { length: 300 },
  () => random.list(4, () => random.int(random.pick([3, 20, 200, 5000]))) as [number, number, number, number],
);

const vocabulary = [
  'did',
  'not',
  'a',
  'film',
  'Äpfel',
  'ΟΔΟΣ',
  '1990',
  'x_1',
  'the',
  'only',
  "don't",
  'co-star',
  '漢字',
];
const lmi = Array.from({ length: 30 }, (_, at) => ({
  n: 1 + (at % 3),
  minCount: 1 + random.int(4),
  removed: random.int(4),
  claims: random.list(60, () => {
    const label = random.pick(['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO']);
    const claim = random.list(1 + random.int(9), () =>
      label === 'REFUTES' && random.chance(0.2) ? 'not' : random.pick(vocabulary),
    );
    return [claim.join(random.chance(0.2) ? ', ' : ' '), label] as const;
  }),
}));

describe.skipIf(why !== undefined)(`SciPy and scikit-learn${why === undefined ? '' : ` (${why})`}`, () => {
  let answer: Answer;
  beforeAll(() => {
    const file = join(temporaryFolder('suite'), 'asked.json');
    writeFileSync(file, JSON.stringify({ tables, gamma, fisher, lmi }));
    answer = askClient('artefacts.py', [file]) as Answer;
  });

  test('find the same in 200 tables: chi-square, its probability, V, mutual information', () => {
    expect(tables.length).toBeGreaterThan(190);
    for (const [at, table] of tables.entries()) {
      const [ours, theirs] = [measureAssociation(table), answer.tables[at]];
      expect(ours?.degreesOfFreedom).toBe(theirs?.degreesOfFreedom);
      for (const key of ['chiSquare', 'p', 'cramersV', 'information', 'explained'] as const)
        expectNear(ours?.[key], theirs?.[key]);
    }
  });

  test('have the same incomplete gamma function, far out too', () => {
    for (const [at, [a, x]] of gamma.entries()) expectNear(upperGammaShare(a, x), answer.gamma[at]);
  });

  test('find the same by the exact test of Fisher', () => {
    for (const [at, [a, b, c, d]] of fisher.entries()) {
      const ours = togetherByChance({ both: a, one: a + b, other: a + c, all: a + b + c + d });
      expectNear(ours, answer.fisher[at]);
    }
  });

  test('count n-grams as Python does, with the same local mutual information', () => {
    for (const [at, { claims, ...options }] of lmi.entries()) {
      const own = claims.map(([claim, label], id) => ({ id, claim, label, evidence: [] }));
      const { occurrences, labels } = measureNgramLmi(own, { ...options, top: 1000 });
      expect(occurrences).toBe(answer.lmi[at]?.total);
      const ours = new Map(
        labels.flatMap(({ label, ngrams }) =>
          ngrams.map(({ ngram, lmi: value }) => [`${label}\t${ngram}`, value]),
        ),
      );
      const theirs = Object.entries(answer.lmi[at]?.found ?? {}).filter(([, value]) => value > 1e-15);
      for (const [key, value] of theirs) expectNear(ours.get(key), value);
      expect([...ours.values()].filter((value) => value > 1e-15)).toHaveLength(theirs.length);
    }
  });
});

/** To nine digits; of what is below what a number can hold well, nothing is asked. */
function expectNear(ours: number | undefined, theirs: number | undefined): void {
  expect(ours).toBeDefined();
  expect(theirs).toBeDefined();
  const [one, other] = [ours ?? 0, theirs ?? 0];
  expect(Math.abs(one - other), `${one} and ${other}`).toBeLessThanOrEqual(1e-9 * Math.abs(other) + 1e-290);
}
