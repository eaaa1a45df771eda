import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScoreOptions } from '../../src/score/scorer.ts';
import { nli } from '../../src/score/scorers/nli.ts';
import { OutcomeTable } from '../../src/stats/resampling/outcome-table.ts';
import { createRng } from '../../src/text/rng.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('sklearn');
const options: ScoreOptions = { maxEvidence: 5, maxCells: 25, lenient: false, official: false };
const classes = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO', 'DISPUTED', 'MIXTURE', 'UNPROVEN'];

/** Lists of gold and predicted labels, as long as chance wants, of few classes and of many. */
function drawLists(count: number): [gold: string[], predicted: string[]][] {
  const rng = createRng(2021);
  const upTo = (most: number): number => 1 + Math.floor(rng() * most);
  return Array.from({ length: count }, () => {
    const length = upTo(60);
    const [inGold, inPredictions] = [upTo(classes.length), upTo(classes.length)];
    const draw = (most: number): string[] => Array.from({ length }, () => classes[upTo(most) - 1] as string);
    return [draw(inGold), draw(inPredictions)];
  });
}

describe.skipIf(why !== undefined)(`scikit-learn${why === undefined ? '' : ` (${why})`}`, () => {
  test('gives the same figures of 500 lists of labels', () => {
    const lists = drawLists(500);
    const file = join(temporaryFolder(), 'labels.json');
    writeFileSync(file, JSON.stringify(lists));
    const wanted = askClient('nli-scores.py', [file]) as Record<string, number>[];
    expect(wanted.length).toBe(500);
    for (const [at, [gold, predicted]] of lists.entries()) {
      const scorer = nli.begin?.(options) ?? nli;
      const table = new OutcomeTable(scorer.parts.length);
      for (const [which, label] of gold.entries())
        table.add(scorer.outcomeOf({ label, sets: [] }, { label: predicted[which], pieces: [] }, options));
      const values = scorer.figuresOf(table.totals);
      const ids = scorer.figures.map(({ id }) => id);
      expect([...ids].sort()).toEqual(Object.keys(wanted[at] ?? {}).sort());
      for (const [which, id] of ids.entries())
        expect(Math.abs((values[which] ?? Number.NaN) - (wanted[at]?.[id] ?? Number.NaN))).toBeLessThan(
          1e-12,
        );
    }
  });
});
