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
import { evaluateCall, feverCall, feverousCall, isPlainId } from './official-calls.ts';
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
    compare(fever, calls.fever, outputs.fever, areTuples(4));
    compare(feverous, calls.feverous, outputs.feverous, areTuples(3));
    compare(feverous, calls.evaluate, outputs.evaluate, arePlainIds);
  },
);

/** Whether a pair of records is such that it scores the same with and without `official`. */
type HasCommonForm = (gold: JsonObject, prediction: JsonObject) => boolean;

/** What we give with `official` is what the official code gives; and without it too, where records have a form common to both. */
function compare<G extends Gold, P extends Prediction>(
  scorer: Scorer<G, P>,
  calls: readonly OfficialCall[],
  outputs: readonly OfficialOutput[],
  hasCommonForm: HasCommonForm,
): void {
  expect(outputs.length).toBe(calls.length);
  const failures = new Set<string>();
  let [scored, alike] = [0, 0];
  for (const [at, call] of calls.entries()) {
    const expected = outputs[at] as OfficialOutput;
    const found = scoreAsOfficial(scorer, call);
    expectSame(call, found, expected);
    if (!expected.ok) {
      failures.add(expected.error);
      continue;
    }
    scored += 1;
    const pairs = pairsOf(call);
    if (!pairs.every(([gold, prediction]) => hasCommonForm(gold, prediction))) continue;
    alike += 1;
    const { figures } = scorePairs(scorer, pairs, optionsOf(call, false));
    expect({ call, figures: Object.values(figures) }).toStrictEqual({ call, figures: expected.result });
  }
  // What is compared is worth comparing.
  expect(failures.size).toBeGreaterThanOrEqual(4);
  expect(scored / calls.length).toBeLessThan(0.9);
  expect(alike / calls.length).toBeGreaterThan(0.25);
}

/** What Python says of a failure differs between its versions; what the scorers assert does not. */
function expectSame(call: OfficialCall, found: OfficialOutput, expected: OfficialOutput): void {
  const told = comparable(found, expected);
  const isAsserted = !expected.ok && expected.error === 'AssertionError';
  const same =
    told.ok || expected.ok || isAsserted
      ? JSON.stringify(told) === JSON.stringify(expected)
      : told.error === expected.error;
  // Asked first, because asserting takes longer than scoring.
  if (!same) expect({ call, output: told }).toStrictEqual({ call, output: expected });
}

function areTuples(length: number): HasCommonForm {
  return ({ evidence }, { predicted_evidence: predicted }) =>
    Array.isArray(evidence) &&
    evidence.every(
      (set) => Array.isArray(set) && set.every((item) => Array.isArray(item) && item.length >= length),
    ) &&
    Array.isArray(predicted) &&
    !predicted.some((item) => isPlainId(item));
}

function arePlainIds({ evidence }: JsonObject, { predicted_evidence: predicted }: JsonObject): boolean {
  return (
    Array.isArray(evidence) &&
    evidence.every((set) => Array.isArray(set.content) && set.content.every(isPlainId)) &&
    Array.isArray(predicted) &&
    predicted.every(isPlainId)
  );
}
