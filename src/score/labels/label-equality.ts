import { labelOfSpelling } from '../../claims/label.ts';
import type { ScoreOptions } from '../scorer.ts';

/** A label as it is compared: in capitals, as the official scorers do it; where they are lenient, in FEVER's spelling. */
export function comparedLabel(label: string, { lenient }: Pick<ScoreOptions, 'lenient'>): string {
  return (lenient ? labelOfSpelling(label) : undefined) ?? label.toUpperCase();
}

/** Whether two labels are the same but for case, or, where that is allowed, spelling. */
export function isSameLabel(
  gold: string,
  predicted: string,
  options: Pick<ScoreOptions, 'lenient'>,
): boolean {
  return gold === predicted || comparedLabel(gold, options) === comparedLabel(predicted, options);
}
