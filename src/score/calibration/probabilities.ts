import { foundOf } from '../../text/found-of.ts';
import { isObject } from '../../text/is-object.ts';
import { firstKey } from '../read-record.ts';
import type { Flaw, JsonObject, Read } from '../scorer.ts';

/** How sure a system is of its answer. */
export interface Probabilities {
  /** By label as the prediction spells it; empty where only the probability of the predicted label is given. */
  readonly byLabel: ReadonlyMap<string, number>;
  /** Of the predicted label, where it is given apart. */
  readonly confidence?: number;
  /** Whether those by label are of all labels: they add up to 1. */
  readonly isComplete: boolean;
}

/** How far a sum may be from 1: probabilities are often written with three digits. */
const tolerance = 0.01;

/** Keys of a probability for each label, and of one for the predicted label. */
const distributionKeys = ['probabilities', 'predicted_probabilities'];
const confidenceKeys = ['confidence', 'score'];

/**
 * The probabilities of a prediction: `probabilities` (or `predicted_probabilities`) by label, or `confidence` (or `score`) of the predicted label.
 * `undefined` where there are none, or none that can be understood, which is then among the flaws. A `score` beyond 0 and 1 is no probability, and no flaw.
 */
export function readProbabilities(record: JsonObject): Read<Probabilities | undefined> {
  const given = (keys: readonly string[]): string | undefined =>
    firstKey(
      record,
      keys.filter((key) => record[key] !== null),
    );
  const key = given(distributionKeys);
  if (key !== undefined) return readDistribution(record[key], key);
  const single = given(confidenceKeys);
  if (single === undefined) return { value: undefined, flaws: [] };
  const confidence = record[single];
  if (isProbability(confidence))
    return { value: { byLabel: new Map(), confidence, isComplete: false }, flaws: [] };
  if (single === 'score') return { value: undefined, flaws: [] };
  return { value: undefined, flaws: [flawAt([single], foundAs(confidence))] };
}

function readDistribution(value: unknown, key: string): Read<Probabilities | undefined> {
  const refused = (flaw: Flaw): Read<undefined> => ({ value: undefined, flaws: [flaw] });
  if (!isObject(value)) return refused(flawAt([key], foundOf(value)));
  const entries = Object.entries(value);
  const byLabel = new Map<string, number>();
  for (const [label, probability] of entries) {
    if (!isProbability(probability)) return refused(flawAt([key, label], foundAs(probability)));
    byLabel.set(label, probability);
  }
  if (entries.length === 0) return refused(flawAt([key], 'empty'));
  const sum = [...byLabel.values()].reduce((total, probability) => total + probability, 0);
  if (sum > 1 + tolerance)
    return refused(flawAt([key], `numbers that add up to ${Number(sum.toPrecision(6))}`));
  return { value: { byLabel, isComplete: sum >= 1 - tolerance }, flaws: [] };
}

function isProbability(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function flawAt(path: readonly string[], found: string): Flaw {
  return { path, messageId: 'probabilities', data: { found } };
}

function foundAs(value: unknown): string {
  return typeof value === 'number' ? `${value}` : foundOf(value);
}
