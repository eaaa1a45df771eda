import { noGroup, otherGroup } from '../groupings/group-name.ts';
import type { Breakdown, GroupScore } from '../scores.ts';

/** Groups of a break-down that a person is shown. */
const maxGroups = 20;

/** The first groups of a break-down and `other`, and how many were left out. */
export function shownGroups({ groups }: Breakdown): {
  readonly shown: readonly GroupScore[];
  readonly more: number;
} {
  const shown = groups.filter(({ name }, at) => at < maxGroups || name === otherGroup);
  return { shown, more: groups.length - shown.length };
}

/** What is printed for a break-down that divides nothing. */
export const nothingWords = 'No claim has one.';

/** Whether claims are divided by what none of them has. */
export function saysNothing({ groups }: Breakdown): boolean {
  return groups.every(({ name }) => name === noGroup);
}
