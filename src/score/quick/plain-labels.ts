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
  return label === predicted || label.toUpperCase() === predicted.toUpperCase();
}
