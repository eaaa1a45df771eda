export const corpusPath = 'data/corpus/corpus-00000-of-00001.parquet';

/** The path of a split, by the name that the repository has for it. */
export function claimsPathOf(name: string): string {
  return `data/claims/${name}-00000-of-00001.parquet`;
}

/** The split of a path; `undefined` for what is not claims. */
export function splitOfClaimsPath(path: string): string | undefined {
  return /^data\/claims\/(\w+)-00000-of-00001\.parquet$/.exec(path)?.[1];
}
