import { decodeId, encodeId } from '../../claims/retrieval-id.ts';
import { lenientPiece } from '../evidence/lenient-piece.ts';
import { isOdd, type Piece, partsOfPiece, pieceOf, pieceOfId } from '../evidence/piece.ts';
import type { ScoreOptions } from '../scorer.ts';

/**
 * What a document is told from others by: its id as runs and judgements have it, letter by letter, or, leniently, its piece. Runs have a
 * million documents and claims a few pieces of evidence, so the ids of documents stay as they are, and those of evidence are encoded.
 */
export type DocumentKey = string;

const documentKind = 'document';

/** The piece that a text of a claim names: that of an evidence id, or else a document of this id. */
export function namedPiece(id: string): Piece {
  return pieceOfId(id) ?? pieceOf(id, documentKind, '');
}

/** The piece that a document of a run or of judgements is. */
export function documentPiece(document: string): Piece {
  const id = document.includes('%') ? decodeId(document) : undefined;
  return namedPiece(id ?? document);
}

export function keyOfDocument(document: string, { lenient }: Pick<ScoreOptions, 'lenient'>): DocumentKey {
  return lenient ? lenientPiece(documentPiece(document)) : document;
}

/** The key of the document that has the piece's id. */
export function keyOfPiece(piece: Piece, { lenient }: Pick<ScoreOptions, 'lenient'>): DocumentKey {
  if (lenient) return lenientPiece(piece);
  const parts = isOdd(piece) ? undefined : partsOfPiece(piece);
  if (parts === undefined) return piece;
  const { article, kind, position } = parts;
  if (position !== '') return encodeId(`${article}_${kind}_${position}`);
  return encodeId(kind === documentKind ? article : `${article}_${kind}`);
}
