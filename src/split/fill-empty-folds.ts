/**
 * The fold of each group with a group in every fold, as far as there are groups: an empty fold gets the smallest group of the largest
 * fold that has several. Dealing by likeness leaves a fold empty where another without the same labels is as good but for rounding.
 *
 * @param foldOf of each group, from 0 on
 * @param sizes of the groups, descending
 */
export function fillEmptyFolds(foldOf: readonly number[], sizes: readonly number[], folds: number): number[] {
  const filled = [...foldOf];
  const groupsIn = Array.from({ length: folds }, (): number[] => []);
  for (const [group, fold] of filled.entries()) groupsIn[fold]?.push(group);
  const sizeOf = (groups: readonly number[]) => groups.reduce((sum, group) => sum + (sizes[group] ?? 0), 0);
  for (const [fold, own] of groupsIn.entries()) {
    if (own.length > 0) continue;
    const [largest] = groupsIn.filter((groups) => groups.length > 1).sort((a, b) => sizeOf(b) - sizeOf(a));
    const group = largest?.pop();
    if (group === undefined) break;
    own.push(group);
    filled[group] = fold;
  }
  return filled;
}
