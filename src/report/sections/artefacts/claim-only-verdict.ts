import type { MeasuredClaimOnly } from '../../../stats/claim-only/claim-only-figures.ts';
import { isGuessable } from '../../claim-only-validation.ts';
import { percentWords } from '../../number-words.ts';

/** Whether claims give their labels away, in a sentence without a full stop. */
export function claimOnlyVerdict(measured: MeasuredClaimOnly): string {
  const { accuracy, majorityAccuracy } = measured;
  const [own, majority] = [percentWords(accuracy.value), percentWords(majorityAccuracy.value)];
  return isGuessable(measured)
    ? `Without evidence ${own} of the labels are guessed, by always saying the commonest only ${majority}: claims give labels away`
    : `Without evidence ${own} of the labels are guessed, by always saying the commonest ${majority}: no gain that chance would not give`;
}
