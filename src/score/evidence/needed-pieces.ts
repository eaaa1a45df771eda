import type { Gold } from '../scorer.ts';
import { isOdd, type Piece } from './piece.ts';

/**
 * The pieces of the smallest gold set, the first of several; none where no set has any, as for FEVER's NOT ENOUGH INFO. What is no
 * piece of evidence is left out.
 */
export function neededPieces({ sets }: Pick<Gold, 'sets'>): readonly Piece[] {
  let smallest: readonly Piece[] | undefined;
  for (const set of sets) {
    const pieces = set.some(isOdd) ? set.filter((piece) => !isOdd(piece)) : set;
    if (pieces.length > 0 && (smallest === undefined || pieces.length < smallest.length)) smallest = pieces;
  }
  return smallest ?? [];
}
