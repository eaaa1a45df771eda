import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/claims/annotation.ts';
import { labels } from '../../src/claims/label.ts';
import { bennettS } from '../../src/stats/agreement/bennett-s.ts';
import { cohenKappa, cohenStandardError } from '../../src/stats/agreement/cohen.ts';
import { fleissKappa } from '../../src/stats/agreement/fleiss.ts';
import { gwetAc1 } from '../../src/stats/agreement/gwet-ac1.ts';
import { krippendorffAlpha } from '../../src/stats/agreement/krippendorff.ts';
import { measureLabelAgreement } from '../../src/stats/agreement/label-agreement.ts';
import { interval, nominal, ordinal, ratio } from '../../src/stats/agreement/metric.ts';
import { observedAgreement } from '../../src/stats/agreement/observed-agreement.ts';
import { sumUnits } from '../../src/stats/agreement/unit-sums.ts';
import { collectAnnotations } from '../../src/stats/annotations/standing-annotations.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';
import { createRandom } from './random.ts';

const why = whyNoClient('krippendorff', 'statsmodels', 'sklearn', 'nltk');
const tableCount = 200;
const within = 1e-9;

interface Table {
  /** What the categories are as numbers, ascending. */
  readonly numbers: readonly number[];
  /** A row for each rater, with a category or nothing for each unit. */
  readonly raters: readonly (readonly (number | null)[])[];
  /** The units that all raters gave a category to. */
  readonly complete: readonly (readonly number[])[];
}

interface Answer {
  readonly alpha: Readonly<Record<'nominal' | 'ordinal' | 'interval' | 'ratio', number | null>>;
  readonly ac1: number | null;
  readonly two: {
    readonly table: readonly (readonly number[])[] | null;
    readonly kappa: number | null;
    readonly error: number | null;
    readonly sklearn: number | null;
  };
  readonly complete:
    | (Readonly<
        Record<'fleiss' | 'randolph' | 's' | 'pi' | 'kappa' | 'alpha' | 'observed', number | null>
      > & { readonly given: number })
    | null;
}

/** Every second table has three categories, as many as there are labels. */
function drawTable(seed: number): Table {
  const { int, chance, list, pick } = createRandom(seed);
  const numbers = [1, 2, 4, 7, 11].slice(0, seed % 2 === 0 ? 3 : 2 + int(4));
  const missing = pick([0, 0.1, 0.3, 0.6]);
  const agreeing = pick([0, 0.5, 0.8, 0.95]);
  const units = list(1 + int(30), () => int(numbers.length));
  // A frequent category is what tells the coefficients apart.
  const common = chance(0.3);
  const truths = units.map((unit) => (common && chance(0.8) ? 0 : unit));
  const raters = list(2 + int(5), () =>
    truths.map((truth) => (chance(missing) ? null : chance(agreeing) ? truth : int(numbers.length))),
  );
  const full = truths.flatMap((_, unit) => (raters.every((row) => row[unit] !== null) ? [unit] : []));
  return { numbers, raters, complete: raters.map((row) => full.map((unit) => row[unit] ?? 0)) };
}

const tables = Array.from({ length: tableCount }, (_, seed) => drawTable(seed));

/** How often each unit got each of some categories. */
function countsOf(raters: Table['raters'], categories: readonly number[]): number[][] {
  return (raters[0] ?? []).map((_, unit) =>
    categories.map((category) => raters.filter((row) => row[unit] === category).length),
  );
}

function expectNear(ours: number | null | undefined, theirs: number | null): void {
  if (theirs === null || typeof ours !== 'number') expect(ours ?? null).toBe(theirs);
  else expect(Math.abs(ours - theirs)).toBeLessThan(within);
}

describe.skipIf(why !== undefined)(
  `krippendorff, statsmodels, scikit-learn and NLTK${why === undefined ? '' : ` (${why})`}`,
  () => {
    let answers: readonly Answer[];
    beforeAll(() => {
      const file = join(temporaryFolder('suite'), 'tables.json');
      writeFileSync(file, JSON.stringify(tables));
      answers = askClient('agreement.py', [file]) as readonly Answer[];
    });

    /** Compares all tables, and says how many had something to compare. */
    function compareAll(
      compare: (table: Table, answer: Answer, categories: readonly number[]) => boolean,
    ): number {
      return tables.filter((table, at) => compare(table, answers[at] as Answer, [...table.numbers.keys()]))
        .length;
    }

    test('have the same alpha of raters with missing values, at four levels', () => {
      const compared = compareAll(({ numbers, raters }, { alpha }, categories) => {
        const sums = sumUnits(countsOf(raters, categories));
        const metrics = { nominal, ordinal, interval: interval(numbers), ratio: ratio(numbers) };
        for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
          expectNear(krippendorffAlpha(sums, metrics[level]).value, alpha[level]);
        return alpha.nominal !== null;
      });
      expect(compared).toBeGreaterThan(150);
    });

    test('have the same kappa of two raters, and its standard error', () => {
      const compared = compareAll((_, { two: { table, kappa, error, sklearn } }) => {
        if (table === null) return false;
        const ours = cohenKappa(table).value;
        expectNear(ours, kappa);
        expectNear(ours, sklearn);
        // The squares: where the error is 0 rounding leaves a root of next to nothing, or of less than nothing.
        const errors = [cohenStandardError(table) ?? Number.NaN, error ?? 0] as const;
        if (ours !== null) expect(Math.abs(errors[0] ** 2 - errors[1] ** 2)).toBeLessThan(1e-12);
        return ours !== null;
      });
      expect(compared).toBeGreaterThan(150);
    });

    test('have the same Fleiss’ and Randolph’s kappa, S and pi', () => {
      const compared = compareAll(({ complete }, { complete: theirs }, categories) => {
        if (theirs === null) return false;
        const sums = sumUnits(countsOf(complete, categories));
        expectNear(bennettS(sums).value, theirs.randolph);
        expectNear(observedAgreement(sums).value, theirs.observed);
        // Of a single category statsmodels, NLTK and we say that nothing can be said, each in another way.
        if (theirs.given < 2) {
          expect(fleissKappa(sums).value).toBeNull();
          return false;
        }
        const given = categories.filter((category) => complete.some((row) => row.includes(category)));
        expectNear(bennettS(sumUnits(countsOf(complete, given))).value, theirs.s);
        expectNear(fleissKappa(sums).value, theirs.fleiss);
        expectNear(fleissKappa(sums).value, theirs.pi);
        expectNear(krippendorffAlpha(sums).value, theirs.alpha);
        return true;
      });
      expect(compared).toBeGreaterThan(100);
    });

    test('have the same AC1 by the formula', () => {
      const compared = compareAll(({ raters }, { ac1 }, categories) => {
        expectNear(gwetAc1(sumUnits(countsOf(raters, categories))).value, ac1);
        return ac1 !== null;
      });
      expect(compared).toBeGreaterThan(150);
    });

    test('say the same of journals with three labels', () => {
      const compared = compareAll(({ numbers, raters, complete }, { alpha, complete: theirs }) => {
        if (numbers.length !== labels.length) return false;
        expectNear(measureFigure(raters, 'alpha'), alpha.nominal);
        if (theirs === null || theirs.given < 2) return false;
        expectNear(measureFigure(complete, 'fleiss'), theirs.fleiss);
        // Where a pair of raters has no kappa NLTK fails, or takes it for 1; we leave the pair out.
        if (pairsWithKappa(complete)) expectNear(measureFigure(complete, 'meanKappa'), theirs.kappa);
        return true;
      });
      expect(compared).toBeGreaterThan(50);
    });
  },
);

function measureFigure(raters: Table['raters'], id: string): number | null | undefined {
  const records = raters.flatMap((row, rater) =>
    row.flatMap((category, claim): Annotation[] => {
      const label = category === null ? undefined : labels[category];
      return label === undefined
        ? []
        : [{ claim, annotator: `rater ${rater}`, label, evidence: [], at: '2025-01-01T00:00:00Z' }];
    }),
  );
  const { figures } = measureLabelAgreement(collectAnnotations(records), undefined);
  return figures.find((figure) => figure.id === id)?.value;
}

/** Whether no two raters gave one and the same category only. */
function pairsWithKappa(raters: Table['raters']): boolean {
  const single = raters.map((row) => new Set(row)).filter((given) => given.size === 1);
  return new Set(single.flatMap((given) => [...given])).size === single.length;
}
