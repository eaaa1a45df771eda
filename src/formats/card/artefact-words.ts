import type { ClaimOnlyFigures } from '../../stats/claim-only/claim-only-figures.ts';
import type { Interval } from '../../stats/resampling/interval.ts';

/** Whether labels can be guessed from the words of claims, in sentences. */
export function claimOnlyWords({ measured, reason }: ClaimOnlyFigures): string {
  if (measured === null) return `Whether the words of claims give their labels away is not known. ${reason}`;
  const { accuracy, folds, gain, majorityAccuracy } = measured;
  const told = `A classifier that sees the words of claims and no evidence tells ${share(accuracy.value)} of the labels${within(accuracy.interval)} in ${folds}-fold cross-validation that keeps together what hangs together; always saying the commonest label tells ${share(majorityAccuracy.value)}.`;
  const isShown = gain.interval !== null && gain.interval.low > 0;
  return `${told} ${isShown ? 'Words give labels away: a system that beats the commonest label may not have read any evidence.' : 'That words give labels away cannot be shown.'}`;
}

function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function within(interval: Interval | null): string {
  return interval === null ? '' : ` (95 % interval ${share(interval.low)} to ${share(interval.high)})`;
}
