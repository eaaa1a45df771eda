import { oddPiece } from '../evidence/piece.ts';
import { OfficialFailure } from '../official-failure.ts';
import type { JsonObject, ScoreOptions } from '../scorer.ts';
import {
  checkPythonListIn,
  checkPythonSlice,
  pythonElement,
  pythonElements,
  pythonLength,
  pythonMember,
  pythonUpper,
} from './python-value.ts';

/** The label whose claims need no evidence, in capitals. */
export const noEvidenceLabel = 'NOT ENOUGH INFO';

const [pairs, typedPairs] = [
  'Predicted evidence must be a list of (page,line) lists',
  'Predicted evidence must be a list of (page<string>,line<int>) lists',
];

/**
 * Fails where `fever_score` of fever-scorer 2.0.39 fails on a pair of records, in its order: first what it asserts of keys, then the
 * labels, then the form of the predicted evidence, which it looks at only where the label is right, then the evidence.
 *
 * @throws OfficialFailure
 */
export function failAsFever(
  gold: JsonObject,
  prediction: JsonObject,
  { maxEvidence }: Pick<ScoreOptions, 'maxEvidence'>,
): void {
  checkKey(prediction, 'predicted_evidence', 'evidence must be provided for the prediction');
  checkKey(gold, 'evidence', 'evidence must be provided for the actual evidence');
  const label = pythonUpper(pythonMember(gold, 'label'));
  const isRight = label === pythonUpper(pythonMember(prediction, 'predicted_label'));
  const { predicted_evidence: predicted } = prediction;
  if (isRight) checkPairs(predicted);
  if (label === noEvidenceLabel || (Array.isArray(predicted) && areSetsOfTuples(gold.evidence))) return;
  failAtEvidence(gold.evidence, predicted, isRight, maxEvidence);
}

/** Fails where `fever_score` fails on the sums: without claims. @throws OfficialFailure */
export function failAsFeverAtEnd([claims = 0]: readonly number[]): void {
  if (claims === 0) throw new OfficialFailure('ZeroDivisionError', 'division by zero');
}

/** @throws OfficialFailure where the key is missing */
export function checkKey(record: JsonObject, key: string, message: string): void {
  if (!Object.hasOwn(record, key)) throw new OfficialFailure('AssertionError', message);
}

function checkPairs(predicted: unknown): void {
  if (pythonLength(predicted) === 0) return;
  const items = pythonElements(predicted);
  if (!items.every(isPair)) throw new OfficialFailure('AssertionError', pairs);
  for (const [page, line] of items as readonly (readonly unknown[])[]) {
    const isInteger = typeof line === 'boolean' || Number.isInteger(line);
    if (typeof page !== 'string' || !isInteger) throw new OfficialFailure('AssertionError', typedPairs);
  }
}

function isPair(item: unknown): boolean {
  return Array.isArray(item) && item.length === 2;
}

/** Whether the evidence is such that nothing fails at it. */
function areSetsOfTuples(evidence: unknown): boolean {
  if (!Array.isArray(evidence)) return false;
  for (const set of evidence as readonly unknown[]) {
    if (!Array.isArray(set)) return false;
    for (const item of set as readonly unknown[]) if (!Array.isArray(item) || item.length < 4) return false;
  }
  return true;
}

/** What happens to gold or predicted evidence of any form: for the FEVER score, precision and recall, one after the other. */
function failAtEvidence(evidence: unknown, predicted: unknown, isRight: boolean, maxEvidence: number): void {
  const isCut = maxEvidence !== Number.POSITIVE_INFINITY;
  const cut = Array.isArray(predicted) ? (predicted as unknown[]).slice(0, maxEvidence) : [];
  const known = new Set(cut.map(oddPiece));
  const isFound = (pair: readonly unknown[]) => known.has(oddPiece(pair));
  const sets = () => pythonElements(evidence);
  // Loops that end at the first complete set, before they come to what stands behind it.
  const findSet = (checkPredicted: () => void) => {
    for (const set of sets()) {
      const wanted = pythonElements(set).map((item) => [pythonElement(item, 2), pythonElement(item, 3)]);
      if (wanted.length > 0) checkPredicted();
      if (wanted.every(isFound)) return;
    }
  };
  if (isRight) {
    findSet(() => {
      checkPythonSlice(predicted);
      checkPythonListIn(predicted);
    });
  }
  for (const set of sets()) {
    for (const item of pythonElements(set)) if (pythonElement(item, 3) !== null) pythonElement(item, 2);
  }
  if (isCut) checkPythonSlice(predicted);
  pythonElements(predicted);
  findSet(() => checkPythonListIn(predicted));
}
