import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Flaw, Gold, JsonObject, Prediction, ScoreOptions, Scorer } from '../../src/score/scorer.ts';
import { OutcomeTable } from '../../src/stats/resampling/outcome-table.ts';

/** The options of a score without options. */
export const plain: ScoreOptions = { maxEvidence: 5, maxCells: 25, lenient: false, official: false };

/** What is scored: gold records, each with the prediction for it. */
export type Pairs = readonly (readonly [gold: JsonObject, prediction: JsonObject])[];

interface PairScores {
  readonly figures: Readonly<Record<string, number | null>>;
  /** The sums of the outcomes. */
  readonly totals: Readonly<Record<string, number>>;
  /** Paths and messages of all flaws, in the order of the records. */
  readonly flaws: readonly string[];
  /** Gold and predicted label of each claim that was scored. */
  readonly labels: readonly (readonly [string, string | undefined])[];
}

/** The scores of pairs, as they stand or with the predictions of a bound. */
export function scorePairs<G extends Gold, P extends Prediction>(
  scorer: Scorer<G, P>,
  pairs: Pairs,
  options: Partial<ScoreOptions> = {},
  bound?: string,
): PairScores {
  const all = { ...plain, ...options };
  const { replace } = scorer.bounds.find(({ id }) => id === bound) ?? {};
  expect(replace === undefined).toBe(bound === undefined);
  const table = new OutcomeTable(scorer.parts.length);
  const flaws: string[] = [];
  const labels: [string, string | undefined][] = [];
  const note = (found: readonly Flaw[]) => {
    for (const { path: at, messageId, data } of found)
      flaws.push([at.join('.'), messageId, ...Object.values(data ?? {})].join(' | '));
  };
  for (const [goldRecord, record] of pairs) {
    const { value: gold, flaws: goldFlaws } = scorer.readGold(goldRecord, all);
    note(goldFlaws);
    if (gold === undefined) continue;
    const { value: prediction, flaws: found } = scorer.readPrediction(record, all);
    note(found);
    labels.push([gold.label, prediction.label]);
    const outcome = scorer.outcomeOf(gold, replace?.(gold, prediction, all) ?? prediction, all);
    // Asked first, because asserting takes longer than scoring.
    if (outcome.length !== scorer.parts.length || outcome[0] !== 1)
      expect.fail(`An outcome has the wrong parts: ${outcome}`);
    table.add(outcome);
  }
  const values = scorer.figuresOf(table.totals);
  expect(values.length).toBe(scorer.figures.length);
  return {
    figures: Object.fromEntries(scorer.figures.map(({ id }, at) => [id, values[at] ?? null])),
    totals: Object.fromEntries(scorer.parts.map((part, at) => [part, table.totals[at] ?? Number.NaN])),
    flaws,
    labels,
  };
}

/** A test of files outside the project, skipped where one is not there. @param files below `../shared` */
export function testShared(name: string, files: readonly string[], run: (...texts: string[]) => void): void {
  const full = files.map((file) => path.resolve(import.meta.dirname, '../../../shared', file));
  test.skipIf(!full.every((file) => existsSync(file)))(`${name} (skipped where ../shared is absent)`, () => {
    run(...full.map((file) => readFileSync(file, 'utf8')));
  });
}

/** The records of a JSONL text. */
export function recordsOf(text: string): JsonObject[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject);
}
