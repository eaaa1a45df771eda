import { neverPiece, oddPiece, type Piece } from '../evidence/piece.ts';
import { OfficialFailure } from '../official-failure.ts';
import type { JsonObject } from '../scorer.ts';
import { pythonElements } from './python-value.ts';

/**
 * The evidence sets that loops of Python find in a gold record, whatever stands there: a text is its characters, an object its keys.
 * None where Python fails, which is no failure where the official code does not look at the evidence; an item on which it fails is
 * never found, which is none where a set before it was found.
 *
 * @param pieceOf the piece of an item of a set, or OfficialFailure
 * @param contentOf the items of a set
 */
export function setsAsPython(
  { evidence }: JsonObject,
  pieceOf: (item: unknown) => Piece,
  contentOf: (set: unknown) => unknown = (set) => set,
): readonly (readonly Piece[])[] {
  const toPiece = (item: unknown) => orElse(neverPiece, () => pieceOf(item));
  return orElse([], () => pythonElements(evidence).map((set) => pythonElements(contentOf(set)).map(toPiece)));
}

/** What Python finds in a prediction's list, whatever stands there. */
export function piecesAsPython(
  items: unknown,
  pieceOf: (item: unknown) => Piece | undefined,
): readonly Piece[] {
  return orElse([], () => pythonElements(items).map((item) => pieceOf(item) ?? oddPiece(item)));
}

function orElse<Value>(other: Value, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof OfficialFailure) return other;
    throw error;
  }
}
