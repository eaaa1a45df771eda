import { titleOfPage } from '../../corpus/fever-page.ts';
import { type Piece, pieceOf } from '../evidence/piece.ts';
import { namedPiece } from './document-key.ts';

/**
 * The piece of an item of evidence as claims and predictions have it: an evidence id or the id of a document, `[page, sentence]` of
 * FEVER, `[title, kind, position]` of FEVEROUS; `undefined` for all else. Articles are spelled as titles.
 */
export function claimPiece(item: unknown): Piece | undefined {
  if (typeof item === 'string') return namedPiece(item);
  if (!Array.isArray(item)) return undefined;
  const [article, second, third] = item as unknown[];
  if (typeof article !== 'string') return undefined;
  if (item.length === 2)
    return isPosition(second) ? pieceOf(titleOfPage(article), 'sentence', second) : undefined;
  if (item.length !== 3 || typeof second !== 'string') return undefined;
  return typeof third === 'string' || isPosition(third) ? pieceOf(article, second, third) : undefined;
}

/** The piece of an item of gold, of which FEVER's also have the numbers of annotation and evidence before page and sentence. */
export function goldClaimPiece(item: unknown): Piece | undefined {
  return claimPiece(Array.isArray(item) && item.length === 4 ? item.slice(2) : item);
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}
