import type { ScoreOptions } from '../scorer.ts';
import { commonKindOf } from './common-kind.ts';
import { isOdd, oddPiece, type Piece, pieceOf, pieceOfId } from './piece.ts';

/** The kinds that the budget of cells is spent on. */
const cellKinds: ReadonlySet<unknown> = new Set(['cell', 'header_cell', 'table_caption', 'item']);

/** Whether the budget of cells is spent on a kind; that of sentences is on all others. */
export function isCellKind(kind: unknown): boolean {
  return cellKinds.has(kind);
}

/** The piece of title, kind and position, whatever stands in them. */
export function triplePiece(title: string, kind: string, position: string): Piece {
  // Other texts could be divided otherwise and be the same piece.
  if (kind.includes('\u0000') || position.includes('\u0000')) return oddPiece([title, kind, position]);
  return pieceOf(title, kind, position);
}

/** The pieces within both budgets, in their order; whatever stands where a piece should spends them too. The list itself where all are. */
export function withinBudgets(
  pieces: readonly Piece[],
  { maxEvidence, maxCells }: Pick<ScoreOptions, 'maxEvidence' | 'maxCells'>,
): readonly Piece[] {
  if (pieces.length <= maxEvidence && pieces.length <= maxCells) return pieces;
  let [cells, others] = [0, 0];
  return pieces.filter((piece) => (isCellPiece(piece) ? cells++ < maxCells : others++ < maxEvidence));
}

function isCellPiece(piece: Piece): boolean {
  if (isOdd(piece)) {
    const item = JSON.parse(piece.slice(1)) as unknown;
    return Array.isArray(item) && isCellKind(item[1]);
  }
  const end = piece.lastIndexOf('\u0000');
  return isCellKind(piece.slice(piece.lastIndexOf('\u0000', end - 1) + 1, end));
}

/** The piece of an evidence id, as `pieceOfId` gives it; sentences and cells, which nearly all are, in a fraction of the time. */
export function feverousPieceOfId(id: string): Piece | undefined {
  const kind = commonKindOf(id);
  if (kind === undefined) return pieceOfId(id);
  // Behind the kind there are only numbers.
  const end = id.lastIndexOf(`_${kind}_`);
  return pieceOf(id.slice(0, end), kind, id.slice(end + kind.length + 2));
}
