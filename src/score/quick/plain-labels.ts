import type { JsonObject } from '../scorer.ts';

/** Whether a prediction says how sure it is: then more is to be done with it than to compare it. */
export function hasProbabilities(prediction: JsonObject): boolean {
  return (
    prediction.probabilities !== undefined ||
    prediction.predicted_probabilities !== undefined ||
    prediction.confidence !== undefined ||
    prediction.score !== undefined
  );
}

/** Whether two labels are the same but for case. */
export function areSameLabels(label: string, predicted: string): boolean {
  if (label === predicted) return true;
  // Two of the three, which are in capitals, differ for good.
  return !(isCommon(label) && isCommon(predicted)) && label.toUpperCase() === predicted.toUpperCase();
}

function isCommon(label: string): boolean {
  return label === 'SUPPORTS' || label === 'REFUTES' || label === 'NOT ENOUGH INFO';
}
