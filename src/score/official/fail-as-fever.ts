import { OfficialFailure } from '../official-failure.ts';
import type { JsonObject } from '../scorer.ts';

/**
 * Fails where `fever_score` of fever-scorer 2.0.39 fails on a pair of records, in its order: first what it asserts of keys, then the
 * labels, then the form of the predicted evidence, which it looks at only where the label is right.
 *
 * @throws OfficialFailure
 */
export function failAsFever(gold: JsonObject, prediction: JsonObject): void {
  if (!Object.hasOwn(prediction, 'predicted_evidence'))
    throw new OfficialFailure('AssertionError', 'evidence must be provided for the prediction');
  const label = textOf(gold, 'label');
  const predicted = textOf(prediction, 'predicted_label');
  if (label.toUpperCase() === predicted.toUpperCase()) checkForm(prediction.predicted_evidence);
}
