import { isCellKind } from '../evidence/feverous-piece.ts';
import { oddPiece } from '../evidence/piece.ts';
import { OfficialFailure } from '../official-failure.ts';
import type { JsonObject, ScoreOptions } from '../scorer.ts';
import { checkKey } from './fail-as-fever.ts';
import { goldHasIds, predictionHasIds } from './has-ids.ts';
import {
  checkPythonListIn,
  pythonElement,
  pythonElements,
  pythonMember,
  pythonUpper,
} from './python-value.ts';
import { splitAsEvaluate } from './split-as-evaluate.ts';

/** The blanks come from the official source, which breaks the line. */
const form = (parts: string) =>
  `Predicted evidence must be a list of (${parts}) lists             \n e.g. ['Wolfgang Niedecken', 'sentence', '1'] or ['Korean Air', 'cell', '1_19_0']`;
const [triples, typedTriples] = [
  form('page,type,position'),
  form('page<string>,type<string>,position<string>'),
];

/**
 * Fails where feverous 0.54 fails on a pair of records: `evaluate.py` on records with ids, `feverous_score` on records with triples.
 * `evaluate.py` takes the ids of all records apart before it scores, so that of several failures in a file another may be its first.
 *
 * @throws OfficialFailure
 */
export function failAsFeverous(
  gold: JsonObject,
  prediction: JsonObject,
  options: Pick<ScoreOptions, 'maxEvidence' | 'maxCells'>,
): void {
  if (goldHasIds(gold) ?? predictionHasIds(prediction)) failAsEvaluate(gold, prediction);
  else failAsScore(gold, prediction, options);
}

/** Fails where `feverous_score` fails on the sums: without claims, and where neither precision nor recall is above 0. @throws OfficialFailure */
export function failAsFeverousAtEnd([claims = 0, , , precision = 0, recall = 0]: readonly number[]): void {
  if (claims === 0) throw new OfficialFailure('ZeroDivisionError', 'division by zero');
  if (precision + recall === 0) throw new OfficialFailure('ZeroDivisionError', 'float division by zero');
}

function failAsEvaluate(gold: JsonObject, prediction: JsonObject): void {
  const sets = pythonElements(pythonMember(gold, 'evidence'));
  const contents = sets.map((set) => (Array.isArray(set) ? set : pythonMember(set, 'content')));
  for (const content of contents) checkIds(content);
  checkIds(pythonMember(prediction, 'predicted_evidence'));
  // Records are both in one here, and none come from elsewhere.
  checkKey(gold, 'label', 'in blind evaluation mode, actual data must be provided');
  pythonUpper(gold.label);
  pythonUpper(pythonMember(prediction, 'predicted_label'));
}

function checkIds(ids: unknown): void {
  for (const id of pythonElements(ids)) if (typeof id !== 'string' || !id.includes('_')) splitAsEvaluate(id);
}

function failAsScore(
  gold: JsonObject,
  prediction: JsonObject,
  options: Pick<ScoreOptions, 'maxEvidence' | 'maxCells'>,
): void {
  checkKey(prediction, 'predicted_evidence', 'evidence must be provided for the prediction');
  checkKey(gold, 'evidence', 'evidence must be provided for the actual evidence');
  const label = pythonMember(gold, 'label');
  const { predicted_evidence: predicted } = prediction;
  const kept = cut(predicted, options);
  const isRight = pythonUpper(label) === pythonUpper(pythonMember(prediction, 'predicted_label'));
  if (isRight) checkTriples(kept);
  if (Array.isArray(predicted) && areSetsOfTriples(gold.evidence)) return;
  failAtEvidence(gold.evidence, predicted, kept, isRight);
}

/** What is left of predicted evidence when both budgets are spent. */
function cut(
  predicted: unknown,
  { maxEvidence, maxCells }: Pick<ScoreOptions, 'maxEvidence' | 'maxCells'>,
): readonly unknown[] {
  let [cells, others] = [0, 0];
  const items = pythonElements(predicted);
  const kept = items.filter((item) => {
    if (isCellKind(pythonElement(item, 1))) return cells++ < maxCells;
    return others++ < maxEvidence;
  });
  if (kept.length < items.length && !Array.isArray(predicted)) {
    // Of an object, items are taken out as of a list: by position, the last one first.
    const last = items.findLastIndex((item) => !kept.includes(item));
    throw new OfficialFailure('KeyError', String(last));
  }
  return kept;
}

function checkTriples(kept: readonly unknown[]): void {
  if (!kept.every((item) => Array.isArray(item) && item.length === 3))
    throw new OfficialFailure('AssertionError', triples);
  if (!(kept as readonly (readonly unknown[])[]).every((item) => item.every(isString)))
    throw new OfficialFailure('AssertionError', typedTriples);
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

/** Whether the evidence is such that nothing fails at it. */
function areSetsOfTriples(evidence: unknown): boolean {
  if (!Array.isArray(evidence)) return false;
  for (const set of evidence as readonly unknown[]) {
    if (!Array.isArray(set)) return false;
    for (const item of set as readonly unknown[]) if (!Array.isArray(item) || item.length < 3) return false;
  }
  return true;
}

/** What happens to gold or predicted evidence of any form: for the score, precision and recall, one after the other. */
function failAtEvidence(
  evidence: unknown,
  predicted: unknown,
  kept: readonly unknown[],
  isRight: boolean,
): void {
  const known = new Set(Array.isArray(predicted) ? kept.map(oddPiece) : []);
  const tripleOf = (item: unknown) => [0, 1, 2].map((at) => pythonElement(item, at));
  // A loop that ends at the first complete set, before it comes to what stands behind it.
  const findSet = () => {
    for (const set of pythonElements(evidence)) {
      const wanted = pythonElements(set).map(tripleOf);
      if (wanted.length > 0) checkPythonListIn(predicted);
      if (wanted.every((triple) => known.has(oddPiece(triple)))) return;
    }
  };
  if (isRight) findSet();
  for (const set of pythonElements(evidence)) {
    for (const item of pythonElements(set)) if (pythonElement(item, 0) !== null) tripleOf(item);
  }
  findSet();
}
