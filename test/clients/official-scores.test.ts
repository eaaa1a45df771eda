import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Gold, JsonObject, Prediction, Scorer } from '../../src/score/scorer.ts';
import { fever } from '../../src/score/scorers/fever.ts';
import { feverous } from '../../src/score/scorers/feverous.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import {
  comparable,
  type OfficialCall,
  type OfficialOutput,
  optionsOf,
  pairsOf,
  scoreAsOfficial,
} from '../score/score-as-official.ts';
import { scorePairs } from '../score/score-pairs.ts';
import { evaluateCall, feverCall, feverousCall } from './official-calls.ts';
import { askClient, whyNoClient } from './python.ts';
import { createRandom } from './random.ts';

const why = whyNoClient('fever.scorer', 'feverous.evaluation.evaluate');
const because = why === undefined ? '' : ` (${why})`;

/** Another seed draws others: OFFICIAL_SEED=7. */
const seed = Number(process.env.OFFICIAL_SEED ?? 20261122);

type Calls = Readonly<Record<'fever' | 'feverous' | 'evaluate', readonly OfficialCall[]>>;

test.skipIf(why !== undefined)(
  `4,000 random prediction sets: the bits or the failure of the official packages${because}`,
  () => {
    const random = createRandom(seed);
    const calls: Calls = {
      fever: random.list(2000, () => feverCall(random)),
      feverous: random.list(1500, () => feverousCall(random)),
      evaluate: random.list(500, () => evaluateCall(random)),
    };
    const folder = temporaryFolder();
    const file = join(folder, 'calls.json');
    writeFileSync(file, JSON.stringify(calls));
    const outputs = askClient('official-scores.py', [file, folder]) as Readonly<
      Record<keyof Calls, readonly OfficialOutput[]>
    >;
    compare(fever, calls.fever, outputs.fever);
    compare(feverous, calls.feverous, outputs.feverous);
    compare(feverous, calls.evaluate, outputs.evaluate);
  },
);

/** Compares what we give with `official`, and without it where records have the form that both read. */
function compare<G extends Gold, P extends Prediction>(
  scorer: Scorer<G, P>,
  calls: readonly OfficialCall[],
  outputs: readonly OfficialOutput[],
): void {
  expect(outputs.length).toBe(calls.length);
  const failures = new Set<string>();
  let [scored, alike] = [0, 0];
  for (const [at, call] of calls.entries()) {
    const expected = outputs[at] as OfficialOutput;
    const found = comparable(scoreAsOfficial(scorer, call), expected);
    // Of failures the class counts: what they say differs between versions of Python, but for what the scorers themselves say.
    const told =
      !expected.ok && !found.ok && expected.error !== 'AssertionError'
        ? { ...found, message: expected.message }
        : found;
    if (JSON.stringify(told) !== JSON.stringify(expected))
      { writeFileSync("/tmp/w/bad.json", JSON.stringify({ call, told, expected })); expect({ call, found }).toEqual({ call, found: expected }); }
    if (!expected.ok) {
      failures.add(expected.error);
      continue;
    }
    scored += 1;
    if (!call.predictions.every((_, index) => hasForm(...(pairsOf(call)[index] as [JsonObject, JsonObject]))))
      continue;
    alike += 1;
    const { figures, flaws } = scorePairs(scorer, pairsOf(call), optionsOf(call, false));
    expect(Object.values(figures)).toStrictEqual(expected.result);
    void flaws;
  }
  // What is compared is worth comparing.
  expect(failures.size).toBeGreaterThanOrEqual(4);
  expect([scored, alike].map((count) => count > calls.length / 4)).toEqual([true, true]);
  expect(scored).toBeLessThan(calls.length * 0.9);
}

/** Whether gold is a list of sets of lists, or of ids, and predictions are lists likewise; ids without the traps of evaluate.py. */
function hasForm(gold: JsonObject, prediction: JsonObject): boolean {
  const sets = gold.evidence;
  const items = prediction.predicted_evidence;
  if (!Array.isArray(sets) || !Array.isArray(items)) return false;
  const contents = (sets as unknown[]).map((set) => (Array.isArray(set) ? set : Object(set).content));
  if (!contents.every(Array.isArray)) return false;
  const cited = contents.flat() as unknown[];
  const plainId =
    /^[^_]+_(?:sentence_\d|cell_\d_\d_\d|header_cell_\d_\d_\d|table_caption_\d|item_\d_\d|section_\d|title)$/;
  const areIds = (all: unknown[]) =>
    all.every((item) => typeof item === 'string' && plainId.test(item) && !item.startsWith('My header'));
  if (cited.some((item) => typeof item === 'string')) return areIds([...cited, ...items]);
  return (
    !cited.some((item) => typeof item === 'string') &&
    !(items as unknown[]).some((item) => typeof item === 'string' && plainId.test(item))
  );
}
