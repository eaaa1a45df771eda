import type { Piece } from './piece.ts';

/** Comparisons beyond which looking pieces up in a set is faster than in a list. */
const maxComparisons = 64;

/** What Python's `pieces[:count]` gives: a negative count leaves out as many at the end. */
export function firstPieces(pieces: readonly Piece[], count: number): readonly Piece[] {
  return pieces.length <= count ? pieces : pieces.slice(0, count);
}

/** Whether all pieces of some set are among the predicted ones; always of an empty set, never where there is no set. Linear. */
export function hasCompleteSet(sets: readonly (readonly Piece[])[], pieces: readonly Piece[]): boolean {
  const known = pieces.length * sets.length > maxComparisons ? new Set(pieces) : undefined;
  for (const set of sets) if (isWithin(set, pieces, known)) return true;
  return false;
}

/** Share of the predicted pieces that stand in any set, each as often as it was predicted; 1 where none was. Linear. */
export function shareInSets(
  sets: readonly (readonly Piece[])[],
  pieces: readonly Piece[],
  counts: (piece: Piece) => boolean = () => true,
): number {
  if (pieces.length === 0) return 1;
  let hits = 0;
  const union = sets.length * pieces.length > maxComparisons ? new Set(sets.flat()) : undefined;
  for (const piece of pieces) {
    const isIn = union === undefined ? isInAny(sets, piece) : union.has(piece);
    if (isIn && counts(piece)) hits += 1;
  }
  return hits / pieces.length;
}

/** The different pieces of the set that has the fewest, of the first of several; none where there is no set. */
export function smallestSet(sets: readonly (readonly Piece[])[]): readonly Piece[] {
  let smallest: readonly Piece[] | undefined;
  for (const set of sets) {
    const pieces = set.length > 1 ? [...new Set(set)] : set;
    if (smallest === undefined || pieces.length < smallest.length) smallest = pieces;
  }
  return smallest ?? [];
}

/** @param known the pieces, where looking them up is faster than going through them */
function isWithin(
  set: readonly Piece[],
  pieces: readonly Piece[],
  known: ReadonlySet<Piece> | undefined,
): boolean {
  for (const piece of set) {
    if (known === undefined ? !pieces.includes(piece) : !known.has(piece)) return false;
  }
  return true;
}

function isInAny(sets: readonly (readonly Piece[])[], piece: Piece): boolean {
  for (const set of sets) if (set.includes(piece)) return true;
  return false;
}
