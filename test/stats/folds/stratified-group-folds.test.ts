import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stratifiedGroupFolds } from '../../../src/stats/folds/stratified-group-folds.ts';
import { runs } from '../../runs.ts';

/** The example of scikit-learn's tests of the class, with the folds that it gives. */
const example = {
  y: [0, 0, 1, 1, 1, 2, 2, 2, 2, 0, 0, 1, 1, 2, 2, 0, 1, 2, 2, 2],
  groups: [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7],
  n_splits: 3,
  test_groups: [
    [3, 4],
    [2, 6, 7],
    [1, 5],
  ],
  label_counts: [
    [2, 1, 3],
    [1, 3, 4],
    [2, 2, 2],
  ],
};

const vectors = path.resolve(import.meta.dirname, '../../../../shared/golden/statistics/vectors.json');
const why = existsSync(vectors) ? undefined : 'skipped: there are no shared vectors';

function foldsOf({ y, groups, n_splits }: typeof example) {
  const folds = stratifiedGroupFolds(y, groups, { folds: n_splits });
  const items = Array.from({ length: n_splits }, (_, fold) =>
    [...y.keys()].filter((at) => folds[at] === fold),
  );
  return {
    test_groups: items.map((of) => [...new Set(of.map((at) => groups[at] as number))].sort((a, b) => a - b)),
    label_counts: items.map((of) => [0, 1, 2].map((label) => of.filter((at) => y[at] === label).length)),
  };
}

describe('folds', () => {
  test('are those of scikit-learn 1.8', () => {
    const { test_groups, label_counts } = example;
    expect(foldsOf(example)).toEqual({ test_groups, label_counts });
  });

  test.skipIf(why !== undefined)(
    `are those of the shared vectors${why === undefined ? '' : ` (${why})`}`,
    () => {
      const vector = JSON.parse(readFileSync(vectors, 'utf8')).stratified_group_kfold as typeof example;
      const { test_groups, label_counts } = vector;
      expect(foldsOf(vector)).toEqual({ test_groups, label_counts });
    },
  );

  const items = fc.array(fc.record({ label: fc.nat(3), group: fc.nat(12) }), { maxLength: 60 });

  test('never part a group, with a seed or without', () => {
    fc.assert(
      fc.property(
        items,
        fc.integer({ min: 2, max: 6 }),
        fc.option(fc.nat(), { nil: undefined }),
        (drawn, folds, seed) => {
          const groups = drawn.map(({ group }) => group);
          const given = stratifiedGroupFolds(
            drawn.map(({ label }) => label),
            groups,
            { folds, seed },
          );
          expect(given).toHaveLength(drawn.length);
          const foldOf = new Map(groups.map((group, at) => [group, given[at]]));
          expect([...given]).toEqual(groups.map((group) => foldOf.get(group)));
          expect([...given].every((fold) => fold >= 0 && fold < folds)).toBe(true);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test('have each as many items as the others where all are alone and alike', () => {
    const folds = stratifiedGroupFolds(new Array(20).fill(0), [...new Array(20).keys()], { folds: 5 });
    expect([...folds].sort()).toEqual([0, 1, 2, 3, 4].flatMap((fold) => [fold, fold, fold, fold]));
  });

  test('by seed: the same seed the same folds, another seed others', () => {
    const labels = Array.from({ length: 60 }, (_, at) => at % 3);
    const groups = Array.from({ length: 60 }, (_, at) => at);
    const first = stratifiedGroupFolds(labels, groups, { folds: 3, seed: 1 });
    expect(stratifiedGroupFolds(labels, groups, { folds: 3, seed: 1 })).toEqual(first);
    expect(stratifiedGroupFolds(labels, groups, { folds: 3, seed: 2 })).not.toEqual(first);
  });

  test('do not depend on the order of the items', () => {
    fc.assert(
      fc.property(items, fc.nat(), (drawn, at) => {
        const foldOf = (list: typeof drawn) => {
          const folds = stratifiedGroupFolds(
            list.map(({ label }) => label),
            list.map(({ group }) => group),
            { folds: 3, seed: 7 },
          );
          return new Map(list.map(({ group }, item) => [group, folds[item]]));
        };
        const turn = at % (drawn.length + 1);
        const turned = foldOf([...drawn.slice(turn), ...drawn.slice(0, turn)].reverse());
        for (const [group, fold] of foldOf(drawn)) expect(turned.get(group)).toBe(fold);
      }),
      { numRuns: runs(200) },
    );
  });

  test('of classes that nobody has: such a class changes nothing', () => {
    const groups = [0, 0, 1, 1, 2, 2];
    expect(stratifiedGroupFolds([0, 9, 0, 9, 0, 9], groups, { folds: 3 })).toEqual(
      stratifiedGroupFolds([0, 1, 0, 1, 0, 1], groups, { folds: 3 }),
    );
    expect([...stratifiedGroupFolds([], [], { folds: 2 })]).toEqual([]);
  });

  test.each([0, 1, 2.5, Number.NaN])('cannot be %s', (folds) => {
    expect(() => stratifiedGroupFolds([0], [0], { folds })).toThrow(/folds\. Give a whole number from 2 on/);
  });
});
