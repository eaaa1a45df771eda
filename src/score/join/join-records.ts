import type { JsonObject } from '../scorer.ts';
import { createFirstTest } from './first-test.ts';
import { recordId } from './record-id.ts';

/** A record of a file of gold or predictions. */
export interface JoinedRecord {
  readonly json: JsonObject;
}

/** A gold record with the prediction for it. */
export interface Joined<R extends JoinedRecord> {
  /** Position of the gold record in its file, from 0. */
  readonly index: number;
  readonly gold: R;
  /** `undefined` where there is none. */
  readonly prediction: R | undefined;
}

/** Records that were not joined as they should: how many, and the first few. */
export interface Unjoined<R extends JoinedRecord> {
  count: number;
  readonly first: R[];
}

/** Why records were not joined. */
export interface JoinReport<R extends JoinedRecord> {
  /** Whether a gold record has a right answer: of one that has none no prediction is missed. */
  readonly counts: (gold: R) => boolean;
  /** Gold without a prediction. */
  readonly missing: Unjoined<R>;
  /** Predictions for no gold. */
  readonly extra: Unjoined<R>;
  /** Gold and predictions whose id stood before: the first counts. */
  readonly repeatedGold: Unjoined<R>;
  readonly repeatedPredictions: Unjoined<R>;
  /** Records without an id among records with ids. */
  readonly withoutId: Unjoined<R>;
}

/** How many records of a kind are kept to be shown. */
const shownRecords = 5;

/** @param counts whether a gold record has a right answer; asked only of those without a prediction */
export function createJoinReport<R extends JoinedRecord>(
  counts: (gold: R) => boolean = () => true,
): JoinReport<R> {
  const none = (): Unjoined<R> => ({ count: 0, first: [] });
  return {
    counts,
    missing: none(),
    extra: none(),
    repeatedGold: none(),
    repeatedPredictions: none(),
    withoutId: none(),
  };
}

function note<R extends JoinedRecord>(unjoined: Unjoined<R>, record: R): void {
  unjoined.count += 1;
  if (unjoined.first.length < shownRecords) unjoined.first.push(record);
}

/**
 * Each gold record with itself, where it has a prediction.
 *
 * @param report what has no prediction, complete when the last pair was given
 */
export function* joinWithItself<R extends JoinedRecord>(
  records: Iterable<R>,
  hasPrediction: (record: JsonObject) => boolean,
  report: JoinReport<R>,
): Generator<Joined<R>> {
  let index = 0;
  for (const gold of records) {
    const prediction = hasPrediction(gold.json) ? gold : undefined;
    if (prediction === undefined && report.counts(gold)) note(report.missing, gold);
    yield { index, gold, prediction };
    index += 1;
  }
}

/**
 * Each gold record with the prediction of the same position; gold beyond the last prediction has none.
 *
 * @param report what is left over, complete when the last pair was given
 */
export function* joinByPosition<R extends JoinedRecord>(
  golds: Iterable<R>,
  predictions: Iterable<R>,
  report: JoinReport<R>,
): Generator<Joined<R>> {
  const others = predictions[Symbol.iterator]();
  let index = 0;
  for (const gold of golds) {
    const { value, done } = others.next();
    const prediction = done === true ? undefined : (value as R);
    if (prediction === undefined && report.counts(gold)) note(report.missing, gold);
    yield { index, gold, prediction };
    index += 1;
  }
  for (let next = others.next(); next.done !== true; next = others.next()) note(report.extra, next.value);
}

/**
 * Each gold record with the prediction of the same id, as soon as both were met: in the order of the gold file where the predictions
 * have it too, otherwise by and by, with those that have no prediction last. Both files are read side by side; what waits for its
 * counterpart is all that is held, besides 16 to 32 bytes for each id.
 *
 * @param report what is left over, complete when the last pair was given
 */
export function* joinById<R extends JoinedRecord>(
  golds: Iterable<R>,
  predictions: Iterable<R>,
  report: JoinReport<R>,
): Generator<Joined<R>> {
  const goldSide = golds[Symbol.iterator]();
  const otherSide = predictions[Symbol.iterator]();
  const waitingGold = new Map<string, { readonly index: number; readonly gold: R }>();
  const waitingPredictions = new Map<string, R>();
  const isNewGold = createFirstTest();
  const isNewPrediction = createFirstTest();
  let index = -1;
  for (;;) {
    const gold = goldSide.next();
    const prediction = otherSide.next();
    if (gold.done === true && prediction.done === true) break;
    if (gold.done !== true) {
      index += 1;
      const id = recordId(gold.value.json);
      if (id === undefined) note(report.withoutId, gold.value);
      else if (!isNewGold(id)) note(report.repeatedGold, gold.value);
      else {
        const known = waitingPredictions.get(id);
        if (known !== undefined) {
          waitingPredictions.delete(id);
          yield { index, gold: gold.value, prediction: known };
        } else waitingGold.set(id, { index, gold: gold.value });
      }
    }
    if (prediction.done !== true) {
      const id = recordId(prediction.value.json);
      if (id === undefined) note(report.withoutId, prediction.value);
      else if (!isNewPrediction(id)) note(report.repeatedPredictions, prediction.value);
      else {
        const known = waitingGold.get(id);
        if (known !== undefined) {
          waitingGold.delete(id);
          yield { ...known, prediction: prediction.value };
        } else waitingPredictions.set(id, prediction.value);
      }
    }
  }
  for (const prediction of waitingPredictions.values()) note(report.extra, prediction);
  for (const { index: position, gold } of waitingGold.values()) {
    if (report.counts(gold)) note(report.missing, gold);
    yield { index: position, gold, prediction: undefined };
  }
}
