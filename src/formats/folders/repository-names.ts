/** Names that a repository has for splits, by those of the dataset. */
const usual: ReadonlyMap<string, string> = new Map([['all', 'all_claims']]);

/**
 * How a repository calls splits: by their own names, but for `all`, which `datasets` has for the union of all splits, and those that
 * `more` has another name for, unless a split has that name.
 */
export function repositoryNames(
  splits: readonly string[],
  more: ReadonlyMap<string, string> = new Map(),
): (split: string) => string {
  const taken = new Set(splits.map((split) => split.toLowerCase()));
  return (split) => {
    const wanted = more.get(split) ?? usual.get(split) ?? split;
    if (wanted === split) return split;
    if (!taken.has(wanted)) return wanted;
    // Only what may not be as it is must be called something else.
    return usual.has(split) ? `${wanted}_${splits.length}` : split;
  };
}
