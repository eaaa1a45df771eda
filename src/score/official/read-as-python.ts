import { OfficialFailure } from '../official-failure.ts';
import { oddPiece, type Piece } from '../piece.ts';
import type { JsonObject } from '../scorer.ts';
import { pythonElements } from './python-value.ts';

/**
 * The evidence sets that loops of Python find in a gold record, whatever stands there: a text is its characters, an object its keys.
 * None where Python fails, which is no failure where the official code does not look at the evidence.
 *
 * @param pieceOf the piece of an item of a set; an item on which Python fails throws OfficialFailure
 * @param contentOf the items of a set
 */
export function setsAsPython(
  { evidence }: JsonObject,
  pieceOf: (item: unknown) => Piece,
  contentOf: (set: unknown) => unknown = (set) => set,
): readonly (readonly Piece[])[] {
  return orNone(() =>
    pythonElements(evidence).map((set) => pythonElements(contentOf(set)).map((item) => pieceOf(item))),
  );
}

/** What Python finds in a prediction's list, whatever stands there. */
export function piecesAsPython(
  items: unknown,
  pieceOf: (item: unknown) => Piece | undefined,
): readonly Piece[] {
  return orNone(() => pythonElements(items).map((item) => pieceOf(item) ?? oddPiece(item)));
}

function orNone<Item>(read: () => readonly Item[]): readonly Item[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof OfficialFailure) return [];
    throw error;
  }
}
