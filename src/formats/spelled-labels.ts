import { type Label, labelOfSpelling } from '../claims/label.ts';
import { defineLoss } from './loss.ts';

/** The label of another dataset's spelling; one that is none of the three as it stands. */
export function readLabel(spelling: string): string {
  return labelOfSpelling(spelling) ?? spelling;
}

/** A label as a format spells it; one that is none of the three as it stands. */
export function spellLabel(
  label: string | undefined,
  spellings: Readonly<Record<Label, string>>,
): string | undefined {
  return label !== undefined && Object.hasOwn(spellings, label) ? spellings[label as Label] : label;
}

/** The loss of formats that spell the labels in their own way, and therefore read all spellings of them. */
export const spelledLabelsLoss = defineLoss({
  id: 'spellings',
  description: 'Labels that are another spelling of one of the three, such as `false`: they become it.',
  forget: (claim) => {
    if (claim.label === undefined) return claim;
    const label = readLabel(claim.label);
    return label === claim.label ? claim : { ...claim, label };
  },
});
