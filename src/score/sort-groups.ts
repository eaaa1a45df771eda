import { noGroup, otherGroup } from './groupings/group-name.ts';
import type { Grouping } from './groupings/grouping.ts';
import type { GroupScore } from './scores.ts';

/** Groups as people expect them: those that the grouping orders, then the others by size and name, `none` and `other` last. */
export function sortGroups<Group extends Pick<GroupScore, 'name' | 'claims'>>(
  groups: Iterable<Group>,
  { order }: Pick<Grouping, 'order'>,
): Group[] {
  const ranks = new Map(order.map((name, rank) => [name, rank]));
  const rankOf = (name: string): number =>
    ranks.get(name) ?? order.length + (name === noGroup ? 1 : name === otherGroup ? 2 : 0);
  return [...groups].sort(
    (a, b) =>
      rankOf(a.name) - rankOf(b.name) ||
      b.claims - a.claims ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}
