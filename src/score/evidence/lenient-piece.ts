import { unescapeBrackets, withBlanks } from '../../corpus/fever-page.ts';
import { toNfc } from '../../text/normalise.ts';
import { isOdd, type Piece } from './piece.ts';

/** The piece with its article in one spelling: normal form C, blanks for underscores, brackets for `-LRB-` and its like. */
export function lenientPiece(piece: Piece): Piece {
  if (isOdd(piece)) return piece;
  const end = piece.indexOf('\u0000');
  const article = piece.slice(0, end);
  const plain = lenientArticle(article);
  return plain === article ? piece : plain + piece.slice(end);
}

/** The article in that one spelling. */
export function lenientArticle(article: string): string {
  return toNfc(unescapeBrackets(withBlanks(article)));
}
