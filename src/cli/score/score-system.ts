import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { joinFindings, type Missing } from '../../score/join-findings.ts';
import { createJoinReport, type Joined, joinById, joinByPosition } from '../../score/join-records.ts';
import { OfficialFailure } from '../../score/official-failure.ts';
import { recordId } from '../../score/record-id.ts';
import { type RunRequest, ScoreRun } from '../../score/score-run.ts';
import type { Scores } from '../../score/scores.ts';
import type { Progress } from '../progress.ts';
import type { ScoreRecord } from './score-record.ts';

/** Records of a file, anew each time. */
export type Records = (found: (diagnostic: Diagnostic) => void) => Iterable<ScoreRecord>;

/** A system to be scored. */
export interface SystemRequest extends Omit<RunRequest, 'skipsMissing'> {
  /** As the user named the file. */
  readonly name: string;
  readonly gold: Records;
  /** Absent where the gold records are predictions at the same time. */
  readonly predictions?: Records;
  /** How gold and predictions are joined; by id where the first record of both has one by default. */
  readonly join?: 'id' | 'position' | undefined;
  /** What becomes of gold without a prediction; counts as wrong and is an error by default. */
  readonly missing?: Missing | undefined;
  /** Told the outcome of each claim by the position of its gold record. */
  readonly keep?: ((index: number, outcome: readonly number[]) => void) | undefined;
}

/** What came out, and what is wrong with the files. */
export interface ScoredSystem {
  readonly scores: Scores;
  readonly findings: readonly Diagnostic[];
  /** Number of gold records. */
  readonly golds: number;
}

/** Claims between two looks at the clock. */
const claimsPerTick = 256;

/** Scores a system, reading both files side by side. @throws OfficialFailure only where the options are official */
export async function scoreSystem(request: SystemRequest, progress: Progress): Promise<ScoredSystem> {
  const { name, gold, predictions, missing, options, scorer } = request;
  const unread: Diagnostic[] = [];
  const found = (diagnostic: Diagnostic): void => void unread.push(diagnostic);
  const by = joinOf(request);
  const report = createJoinReport<ScoreRecord>();
  const run = new ScoreRun<ScoreRecord>({ ...request, skipsMissing: missing === 'skip' }, request.keep);
  let golds = 0;
  const joined =
    predictions === undefined
      ? withItself(options.official && scorer.id === 'feverous' ? withoutFirstLine(gold(found)) : gold(found))
      : (by === 'id' ? joinById : joinByPosition)(gold(found), predictions(found), report);
  for (const pair of options.official ? asOfficial(joined) : joined) {
    run.add(pair);
    golds += 1;
    if (golds % claimsPerTick === 0) await progress.tick(() => `${name}: ${golds} claims`);
  }
  await progress.done();
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
  const findings = [...unread, ...joinFindings(report, golds, missing), ...run.findings()];
  return { scores, findings, golds };
}

function* withItself(records: Iterable<ScoreRecord>): Generator<Joined<ScoreRecord>> {
  let index = 0;
  for (const record of records) {
    yield { index, gold: record, prediction: record };
    index += 1;
  }
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
  return hasId(gold) && hasId(predictions) ? 'id' : 'position';
}

function hasId(records: Records): boolean {
  for (const { json } of records(() => {})) return recordId(json) !== undefined;
  return false;
}
