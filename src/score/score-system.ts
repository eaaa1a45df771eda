import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { joinFindings, type Missing } from './findings/join-findings.ts';
import {
  createJoinReport,
  type Joined,
  joinById,
  joinByPosition,
  joinWithItself,
} from './join/join-records.ts';
import { recordId } from './join/record-id.ts';
import type { ScoreRecord } from './line-record.ts';
import { OfficialFailure } from './official-failure.ts';
import { hasPrediction } from './read-record.ts';
import { type RunRequest, ScoreRun } from './score-run.ts';
import { settingsOf } from './score-settings.ts';
import type { Scores } from './scores.ts';

/** Records of a file, anew each time. */
export type Records = () => Iterable<ScoreRecord>;

/** A system to be scored. */
export interface SystemRequest extends Omit<RunRequest, 'skipsMissing'> {
  /** As the user named the file. */
  readonly name: string;
  readonly gold: Records;
  /** Absent where the gold records are predictions at the same time. */
  readonly predictions?: Records;
  /** How gold and predictions are joined; by id by default where both have ids that tell records apart. */
  readonly join?: 'id' | 'position' | undefined;
  /** What becomes of gold without a prediction; counts as wrong and is an error by default. */
  readonly missing?: Missing | undefined;
  /** Told the outcome of each claim by the position of its gold record. */
  readonly keep?: ((index: number, outcome: readonly number[]) => void) | undefined;
  /** Asked now and then whether to go on at once: for progress, and for a page that is to stay alive. */
  readonly tick?: ((claims: number) => Promise<void> | undefined) | undefined;
}

/** What came out, and what is wrong with the records. */
export interface ScoredSystem {
  readonly scores: Scores;
  readonly findings: readonly Diagnostic[];
  /** Number of gold records. */
  readonly golds: number;
}

/** Claims between two looks at the clock. */
const claimsPerTick = 256;

/** Scores a system, reading both files side by side. @throws OfficialFailure only where the options are official */
export async function scoreSystem(request: SystemRequest): Promise<ScoredSystem> {
  const { name, gold, predictions, missing, options, scorer, tick } = request;
  const by = joinOf(request);
  const report = createJoinReport<ScoreRecord>(
    ({ json }) => scorer.readGold(json, options).value !== undefined,
  );
  const skipsFirstLine = options.official && scorer.id === 'feverous';
  const run = new ScoreRun<ScoreRecord>({ ...request, skipsMissing: missing === 'skip' }, request.keep);
  const joined =
    predictions === undefined
      ? joinWithItself(
          skipsFirstLine ? withoutFirstLine(gold()) : gold(),
          // The official code stops at a record without a prediction.
          options.official ? () => true : hasPrediction,
          report,
        )
      : (by === 'id' ? joinById : joinByPosition)(gold(), predictions(), report);
  const pairs = (options.official ? asOfficial(joined) : joined)[Symbol.iterator]();
  let golds = 0;
  for (let added = addSome(run, pairs); added > 0; added = addSome(run, pairs)) {
    golds += added;
    await tick?.(golds);
  }
  if (options.official && report.extra.count > 0 && scorer.officialJoin.failure !== undefined)
    throw new OfficialFailure(...scorer.officialJoin.failure);
  const scores = run.finish(name, {
    by,
    missing: report.missing.count,
    extra: report.extra.count,
    repeatedGold: report.repeatedGold.count,
    repeatedPredictions: report.repeatedPredictions.count,
    withoutId: report.withoutId.count,
  });
  const findings = [...joinFindings(report, golds, missing), ...run.findings()];
  const settings = settingsOf(options, missing);
  return { scores: settings === undefined ? scores : { ...scores, settings }, findings, golds };
}

/** Adds pairs to a run until it is time for a look at the clock; gives back how many. A function of its own, because it is soon compiled. */
function addSome(run: ScoreRun<ScoreRecord>, pairs: Iterator<Joined<ScoreRecord>>): number {
  for (let added = 0; added < claimsPerTick; added++) {
    const { value, done } = pairs.next();
    if (done === true) return added;
    run.add(value);
  }
  return claimsPerTick;
}

/** The official code takes gold that stands in the prediction before that of the gold file. */
function* asOfficial(joined: Iterable<Joined<ScoreRecord>>): Generator<Joined<ScoreRecord>> {
  for (const pair of joined) {
    const own = pair.prediction?.json;
    const hasGold = own !== undefined && Object.hasOwn(own, 'evidence') && Object.hasOwn(own, 'label');
    yield hasGold && pair.prediction !== undefined ? { ...pair, gold: pair.prediction } : pair;
  }
}

/** As FEVEROUS's evaluate.py, which takes the first line for the one that names the keys, whatever it is. */
function* withoutFirstLine(records: Iterable<ScoreRecord>): Generator<ScoreRecord> {
  for (const record of records) if (record.place([]).start.line > 1) yield record;
}

function joinOf({ join, gold, predictions, options, scorer }: SystemRequest): 'id' | 'position' {
  if (predictions === undefined) return 'position';
  if (join !== undefined) return join;
  if (options.official) return scorer.officialJoin.by;
  return areIds(gold) && areIds(predictions) ? 'id' : 'position';
}

/** Records that are looked at to tell whether they can be joined by id. */
const lookedAt = 1000;

/** Whether most of the first records have ids that tell them apart: redacted files have the same id on every line. */
function areIds(records: Records): boolean {
  const ids = new Set<string>();
  let count = 0;
  for (const { json } of records()) {
    const id = recordId(json);
    if (id !== undefined) ids.add(id);
    count += 1;
    if (count === lookedAt) break;
  }
  return ids.size * 2 > count;
}
