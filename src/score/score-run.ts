import type { FormRecord } from '../claims/record-form.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { intervalsOf } from '../stats/resampling/bootstrap.ts';
import { OutcomeTable } from '../stats/resampling/outcome-table.ts';
import type { Resampling } from '../stats/resampling/resampling.ts';
import {
  CalibrationTally,
  calibrationFiguresOf,
  calibrationWidth,
  maxCalibrated,
} from './calibration/calibration.ts';
import { readProbabilities } from './calibration/probabilities.ts';
import { FlawFindings } from './findings/flaw-findings.ts';
import { NearMisses } from './findings/near-misses.ts';
import { scoreRules } from './findings/score-rules.ts';
import { UnknownLabels } from './findings/unknown-labels.ts';
import type { Grouping } from './groupings/grouping.ts';
import type { Joined, JoinedRecord } from './join/join-records.ts';
import { ConfusionTally } from './labels/confusion.ts';
import { LabelPairs } from './labels/label-pairs.ts';
import { OfficialFailure } from './official-failure.ts';
import { ScoreTally } from './score-tally.ts';
import type { ScoreOptions, Scorer } from './scorer.ts';
import type { BoundScore, Breakdown, Calibration, FigureValue, JoinCounts, Scores } from './scores.ts';
import { sortGroups } from './sort-groups.ts';
import { WorstClaims } from './worst-claims.ts';

/** What is asked for of a run. */
export interface RunRequest {
  readonly scorer: Scorer;
  readonly options: ScoreOptions;
  readonly groupings: readonly Grouping[];
  /** How many of the worst claims are kept. */
  readonly worst: number;
  /** Gold without a prediction is left out, instead of counting as wrong. */
  readonly skipsMissing: boolean;
  /** Absent where figures come without intervals. */
  readonly resampling?: Resampling;
}

/** Scores gold and predictions pair by pair; holds nothing of a pair but its outcome. */
export class ScoreRun<R extends JoinedRecord & FormRecord> {
  readonly #request: RunRequest;
  readonly #tally: ScoreTally;
  readonly #bounds: readonly ScoreTally[];
  readonly #confusion: ConfusionTally;
  readonly #worst: WorstClaims;
  readonly #nearMisses: NearMisses<R>;
  readonly #labels = new UnknownLabels();
  readonly #goldFlaws = new FlawFindings(scoreRules.gold);
  readonly #flaws = new FlawFindings(scoreRules.prediction);
  readonly #calibration: CalibrationTally;
  readonly #calibrated = new OutcomeTable(calibrationWidth);
  readonly #keep: ((index: number, outcome: readonly number[]) => void) | undefined;
  /** Whether nothing was asked for that needs gold and predictions themselves. */
  readonly #isQuick: boolean;
  /** Where quick outcomes, by their number, stand in the tables: of all claims, then of each bound. */
  readonly #places: (readonly number[] | undefined)[] = [];
  readonly #pairs = new LabelPairs<R>();
  #unscored = 0;

  /** @param keep told the outcome of each claim by the position of its gold record, in any order */
  constructor(request: RunRequest, keep?: (index: number, outcome: readonly number[]) => void) {
    this.#request = request;
    const { scorer, options, groupings, worst } = request;
    const width = scorer.parts.length;
    this.#tally = new ScoreTally(width, groupings.length);
    this.#bounds = scorer.bounds.map(() => new ScoreTally(width));
    this.#worst = new WorstClaims(worst, scorer, options);
    this.#confusion = new ConfusionTally(options);
    this.#calibration = new CalibrationTally((label, other) => scorer.sameLabel(label, other, options));
    this.#nearMisses = new NearMisses(scorer, options);
    this.#keep = keep;
    this.#isQuick =
      scorer.quick !== undefined &&
      !options.official &&
      !options.lenient &&
      groupings.length === 0 &&
      worst === 0;
  }

  /** @throws OfficialFailure only where the options are official */
  add(joined: Joined<R>): void {
    if (this.#isQuick && this.#nearMisses.isDone && this.#addQuickly(joined)) return;
    const { scorer, options, groupings, skipsMissing } = this.#request;
    const { index, gold: goldRecord, prediction: record } = joined;
    if (options.official) {
      if (record === undefined && scorer.officialJoin.failure !== undefined)
        throw new OfficialFailure(...scorer.officialJoin.failure);
      if (record !== undefined) scorer.failAsOfficial?.(goldRecord.json, record.json, options);
    }
    const { value: gold, flaws } = scorer.readGold(goldRecord.json, options);
    if (flaws.length > 0) this.#goldFlaws.add(goldRecord, flaws);
    if (gold === undefined || (record === undefined && (skipsMissing || options.official))) {
      if (gold === undefined) this.#unscored += 1;
      this.#tally.skip(index);
      for (const bound of this.#bounds) bound.skip(index);
      return;
    }
    const read = record === undefined ? undefined : scorer.readPrediction(record.json, options);
    if (read !== undefined && read.flaws.length > 0 && record !== undefined)
      this.#flaws.add(record, read.flaws);
    const prediction = read?.value ?? scorer.nothing;
    const outcome = scorer.outcomeOf(gold, prediction, options);
    const groups = groupings.map((grouping) => grouping.groupsOf(gold, goldRecord.json, prediction, options));
    this.#tally.add(index, outcome, groups);
    this.#keep?.(index, outcome);
    for (const [at, { replace }] of scorer.bounds.entries()) {
      this.#bounds[at]?.add(index, scorer.outcomeOf(gold, replace(gold, prediction, options), options));
    }
    this.#seeLabels(gold.label, prediction.label, record);
    this.#nearMisses.see(joined, gold, prediction, outcome);
    const probability = this.#calibrate(gold.label, prediction.label, record);
    this.#worst.add({ index, gold, prediction, outcome, record: goldRecord.json, probability });
  }

  /**
   * What came out, when all pairs were added.
   *
   * @throws OfficialFailure only where the options are official
   */
  finish(predictions: string, join: Omit<JoinCounts, 'unscored'>): Scores {
    const { scorer, options, groupings } = this.#request;
    this.#tally.finish();
    for (const { gold, predicted, count, first } of this.#pairs.take())
      this.#seeLabels(gold, predicted, first, count);
    for (const bound of this.#bounds) bound.finish();
    const { all } = this.#tally;
    if (options.official) scorer.failAsOfficialAtEnd?.(all.totals);
    const calibration = this.#calibration.result();
    return {
      scorer: scorer.id,
      predictions,
      claims: all.claims,
      figures: this.#figures(all),
      confusion: this.#confusion.result(),
      breakdowns: groupings.map(
        ({ id, title, order }, at): Breakdown => ({
          id,
          title,
          groups: sortGroups(
            [...(this.#tally.groups[at] ?? [])].map(([name, table]) => ({
              name,
              claims: table.claims,
              figures: this.#figures(table),
            })),
            { order },
          ),
        }),
      ),
      bounds: scorer.bounds.map(
        ({ id, title }, at): BoundScore => ({
          id,
          title,
          figures: this.#figures((this.#bounds[at] as ScoreTally).all, false),
        }),
      ),
      worst: this.#worst.result(),
      join: { ...join, unscored: this.#unscored },
      ...(calibration !== undefined && { calibration: this.#withIntervals(calibration) }),
      nearMisses: this.#nearMisses.count,
    };
  }

  /** What is wrong with the records, complete when all pairs were added. */
  *findings(): Generator<Diagnostic> {
    yield* this.#goldFlaws.findings();
    yield* this.#flaws.findings();
    yield* this.#labels.findings(this.#request.scorer, this.#request.options);
    yield* this.#nearMisses.findings();
  }

  #seeLabels(gold: string, predicted: string | undefined, record: R | undefined, claims = 1): void {
    this.#confusion.add(gold, predicted, claims);
    this.#labels.see(gold, predicted, record, claims);
  }

  /** Adds a pair that is as most are; gives back whether it is. What is then left out is nothing that plain records have. */
  #addQuickly({ index, gold, prediction }: Joined<R>): boolean {
    if (prediction === undefined) return false;
    const { scorer, options } = this.#request;
    const quick = scorer.quick?.(gold.json, prediction.json, options);
    if (quick === undefined) return false;
    const places = this.#places[quick.number];
    if (places !== undefined && this.#tally.addAgain(index, places[0] as number)) {
      for (let at = 0; at < this.#bounds.length; at++)
        this.#bounds[at]?.addAgain(index, places[at + 1] as number);
    } else {
      const own = this.#tally.add(index, quick.outcome);
      const others = this.#bounds.map((bound, at) => bound.add(index, quick.bounds[at] as readonly number[]));
      if (own !== undefined) this.#places[quick.number] = [own, ...others.map((place) => place ?? 0)];
    }
    this.#keep?.(index, quick.outcome);
    const label = gold.json.label as string;
    const predicted = prediction.json.predicted_label as string;
    if (!this.#pairs.add(label, predicted, prediction)) this.#seeLabels(label, predicted, prediction);
    return true;
  }

  /** The probability of the predicted label, where the record has it. */
  #calibrate(gold: string, predicted: string | undefined, record: R | undefined): number | undefined {
    if (record === undefined) return undefined;
    const { value, flaws } = readProbabilities(record.json);
    if (flaws.length > 0) this.#flaws.add(record, flaws);
    if (value === undefined) return undefined;
    const outcome = this.#calibration.add(gold, predicted, value);
    if (outcome !== undefined && this.#calibrated.claims <= maxCalibrated) this.#calibrated.add(outcome);
    return value.confidence ?? (predicted === undefined ? undefined : value.byLabel.get(predicted));
  }

  #withIntervals(calibration: Calibration): Calibration {
    const { resampling } = this.#request;
    if (resampling === undefined || this.#calibrated.claims > maxCalibrated) return calibration;
    const intervals = intervalsOf(this.#calibrated, calibrationFiguresOf, resampling);
    const figures = calibration.figures.map((figure, at) => {
      const interval = intervals[at];
      return interval === undefined ? figure : { ...figure, interval };
    });
    return { ...calibration, figures };
  }

  #figures(table: OutcomeTable, hasIntervals = true): FigureValue[] {
    const { scorer, resampling } = this.#request;
    const values = scorer.figuresOf(table.totals);
    const intervals =
      resampling === undefined || !hasIntervals ? [] : intervalsOf(table, scorer.figuresOf, resampling);
    return scorer.figures.map(({ id }, at) => {
      const interval = intervals[at];
      return { id, value: values[at] ?? null, ...(interval !== undefined && { interval }) };
    });
  }
}
