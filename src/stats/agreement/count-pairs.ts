import { labels } from '../../claims/label.ts';
import type { AnnotatedClaim } from '../annotations/standing-annotations.ts';

/** More pairs than this are no table that anybody reads: the pool and each annotator tell more. */
export const mostPairs = 5000;

/** What every two annotators who share a claim said of those that they share. */
export interface PairCounts {
  /** Sorted by the names of the first annotators, then of the second. */
  readonly pairs: readonly (readonly [first: string, second: string])[];
  /**
   * Tables of all pairs one after the other: of each the claims that have a label of the first annotator and one of the second, row by
   * row.
   */
  readonly cells: readonly number[];
  /** Claims that add to the same cells, once to each, and how many these are. */
  readonly patterns: readonly { readonly claims: number; readonly cells: readonly number[] }[];
}

/** Counts what pairs of annotators said; `undefined` where there are more than {@link mostPairs}. */
export function countPairs(claims: readonly AnnotatedClaim[]): PairCounts | undefined {
  const found = new Map<string, Map<string, number>>();
  let size = 0;
  for (const { annotations } of claims) {
    const names = [...annotations.keys()].sort();
    for (const [at, first] of names.entries()) {
      const seconds = found.get(first) ?? new Map<string, number>();
      if (at < names.length - 1) found.set(first, seconds);
      for (const second of names.slice(at + 1)) {
        if (seconds.has(second)) continue;
        size += 1;
        if (size > mostPairs) return undefined;
        seconds.set(second, 0);
      }
    }
  }
  const pairs = [...found.keys()]
    .sort()
    .flatMap((first) =>
      [...(found.get(first)?.keys() ?? [])].sort().map((second) => [first, second] as const),
    );
  for (const [at, [first, second]] of pairs.entries()) found.get(first)?.set(second, at);
  const cells = new Array<number>(pairs.length * labels.length ** 2).fill(0);
  const patterns = new Map<string, { claims: number; cells: readonly number[] }>();
  for (const { annotations } of claims) {
    const given = [...annotations].sort(([a], [b]) => (a < b ? -1 : 1));
    const own = given.flatMap(([first, { label }], at) =>
      given.slice(at + 1).map(([second, other]) => {
        const pair = found.get(first)?.get(second) ?? 0;
        return (pair * labels.length + labels.indexOf(label)) * labels.length + labels.indexOf(other.label);
      }),
    );
    for (const cell of own) cells[cell] = (cells[cell] ?? 0) + 1;
    const key = own.join();
    const pattern = patterns.get(key) ?? { claims: 0, cells: own };
    pattern.claims += 1;
    patterns.set(key, pattern);
  }
  return { pairs, cells, patterns: [...patterns.values()] };
}
