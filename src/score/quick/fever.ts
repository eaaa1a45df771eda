import type { JsonObject, QuickOutcome, ScoreOptions } from '../scorer.ts';
import { KeptOutcomes } from './kept-outcomes.ts';
import { areSameLabels, hasProbabilities } from './plain-labels.ts';

/** Longest lists of predicted pieces that go the quick way: their outcomes are few enough to be kept. */
const maxPieces = 30;

/** The label whose claims need no evidence. */
const noEvidenceLabel = 'NOT ENOUGH INFO';

const outcomes = new KeptOutcomes();

/**
 * As the scorer of FEVER itself, of records whose labels are texts, whose predicted pieces are pages with the numbers of sentences, and whose
 * gold sets are tuples of them; `undefined` of all others, and of those that have probabilities. Pages and numbers are compared as they stand: nothing is made of the
 * records, which takes longer than comparing.
 */
export function quickFever(
  gold: JsonObject,
  prediction: JsonObject,
  { maxEvidence }: ScoreOptions,
): QuickOutcome | undefined {
  const { label } = gold;
  const { predicted_label: predicted, predicted_evidence: items } = prediction;
  if (typeof label !== 'string' || typeof predicted !== 'string' || !Array.isArray(items)) return undefined;
  if (hasProbabilities(prediction)) return undefined;
  if (items.length > maxPieces || maxEvidence < 0) return undefined;
  for (let at = 0; at < items.length; at++) if (!isSentence(items[at])) return undefined;
  const right = areSameLabels(label, predicted);
  if (isNoEvidenceLabel(label)) return outcomes.get(right ? 1 : 0, () => neutral(right ? 1 : 0));
  const sets: unknown = gold.evidence;
  if (!Array.isArray(sets) || sets.length === 0) return undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (let which = 0; which < sets.length; which++) {
    const set: unknown = sets[which];
    if (!Array.isArray(set)) return undefined;
    for (let at = 0; at < set.length; at++) if (!isTuple(set[at])) return undefined;
    if (set.length < smallest) smallest = set.length;
  }
  // Where no set fits, one with a piece twice may after all.
  if (smallest > maxEvidence) return undefined;
  const count = Math.min(items.length, maxEvidence);
  let hits = 0;
  for (let at = 0; at < count; at++) if (isInSets(sets, items[at])) hits += 1;
  let isComplete = false;
  for (let which = 0; which < sets.length && !isComplete; which++)
    isComplete = isPredicted(sets[which], items, count);
  const code = 2 + (right ? 1 : 0) + 2 * (isComplete ? 1 : 0) + 4 * (hits + 32 * count);
  return outcomes.get(code, () =>
    verifiable(right ? 1 : 0, isComplete ? 1 : 0, count === 0 ? 1 : hits / count),
  );
}

/** Whether claims of a label need no evidence. Most labels are in capitals, which need not be made. */
function isNoEvidenceLabel(label: string): boolean {
  return (
    label === noEvidenceLabel ||
    (label.length === noEvidenceLabel.length && label.toUpperCase() === noEvidenceLabel)
  );
}

/** Of a claim that needs no evidence. */
function neutral(right: number): Omit<QuickOutcome, 'number'> {
  const outcome = [1, right, right, 0, 0, 0];
  return { outcome, bounds: [outcome, [1, 1, 1, 0, 0, 0]] };
}

/** Of a claim of which some set is small enough to be found. */
function verifiable(right: number, isComplete: number, precision: number): Omit<QuickOutcome, 'number'> {
  return {
    outcome: [1, right * isComplete, right, 1, precision, isComplete],
    bounds: [
      [1, right, right, 1, 1, 1],
      [1, isComplete, 1, 1, precision, isComplete],
    ],
  };
}

/** `[page, sentence]` */
function isSentence(item: unknown): boolean {
  return Array.isArray(item) && item.length === 2 && typeof item[0] === 'string' && Number.isInteger(item[1]);
}

/** `[annotation_id, evidence_id, page, sentence]` */
function isTuple(item: unknown): boolean {
  return Array.isArray(item) && item.length >= 4 && typeof item[2] === 'string' && Number.isInteger(item[3]);
}

type Sentence = readonly [page: string, line: number];
type Tuple = readonly [annotation: unknown, evidence: unknown, page: string, line: number];

/** Whether a predicted sentence stands in any set. */
function isInSets(sets: readonly (readonly Tuple[])[], [page, line]: Sentence): boolean {
  for (let which = 0; which < sets.length; which++) {
    const set = sets[which] as readonly Tuple[];
    for (let at = 0; at < set.length; at++) {
      const tuple = set[at] as Tuple;
      if (tuple[3] === line && tuple[2] === page) return true;
    }
  }
  return false;
}

/** Whether all of a set is among the first predicted sentences. */
function isPredicted(set: readonly Tuple[], items: readonly Sentence[], count: number): boolean {
  for (let within = 0; within < set.length; within++) {
    const [, , page, line] = set[within] as Tuple;
    let at = 0;
    while (at < count && ((items[at] as Sentence)[1] !== line || (items[at] as Sentence)[0] !== page))
      at += 1;
    if (at === count) return false;
  }
  return true;
}
