import type { ClaimId } from '../claims/claim.ts';
import type { BaselineAnswer } from './baseline.ts';

/** Digits behind the point: the last bits of logarithms differ between machines. */
const digits = 6;

/** An answer as a line of JSON, as scorers read predictions. */
export function printPrediction(id: ClaimId, { label, evidence, probabilities }: BaselineAnswer): string {
  const prediction = {
    id,
    predicted_label: label,
    predicted_evidence: evidence,
    // A label may be any text, `__proto__` too: the entries become keys of the object itself.
    ...(probabilities !== undefined && {
      probabilities: Object.fromEntries(
        [...probabilities].map(([name, share]) => [name, Number(share.toFixed(digits))]),
      ),
    }),
  };
  return `${JSON.stringify(prediction)}\n`;
}
