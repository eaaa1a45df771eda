import { toNfc } from '../../text/normalise.ts';

/**
 * How many answers are enough for a claim: no more than there are annotators for it, of whom who wrote the claim is none.
 *
 * @param overlap annotators who are to answer each claim, where there are as many
 * @param annotators in Unicode normal form C; where none is known, there may be any number
 */
export function answersNeeded(
  overlap: number,
  annotators: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  written: { readonly annotator: string } | undefined,
): number {
  if (annotators.size === 0) return overlap;
  const isAmongThem = written !== undefined && annotators.has(toNfc(written.annotator));
  return Math.min(overlap, annotators.size - (isAmongThem ? 1 : 0));
}
