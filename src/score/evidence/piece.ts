import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { pageOfTitle } from '../../corpus/fever-page.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/**
 * A piece of evidence as the scorers compare it: two pieces are the same where the texts are. Article, kind and position with a NUL
 * between them; what is no piece of evidence (a null page, a number for a page) begins with U+0001 and is its JSON.
 */
export type Piece = string;

const between = '\u0000';
const odd = '\u0001';

/** The piece of its parts. @param position the numbers of the kind as an id has them, such as `0_2_1` of a cell */
export function pieceOf(article: string, kind: string, position: string | number): Piece {
  return `${article}${between}${kind}${between}${position}`;
}

/** The piece of a sentence, as `pieceOf` gives it; of its own because most pieces are sentences. */
export function sentencePieceOf(article: string, sentence: number): Piece {
  return `${article}\u0000sentence\u0000${sentence}`;
}

/** Lists and objects inside one another beyond which JSON is cut: no evidence nests, and hostile files nest by the thousand. */
const maxDepth = 50;

/**
 * What stands where a piece of evidence should: equal to whatever is the same JSON, down to 50 levels, and to no piece. `true` is 1, as it
 * is in Python.
 */
export function oddPiece(value: unknown): Piece {
  return odd + canonicalJson(withNumbers(value ?? null, 0));
}

/** Equal to nothing that was predicted: JSON with a blank, which `oddPiece` never writes. */
export const neverPiece: Piece = `${odd} null`;

/** The JSON with 1 and 0 for true and false. */
function withNumbers(value: unknown, depth: number): unknown {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === maxDepth) return 'cut';
  if (Array.isArray(value)) return value.map((member) => withNumbers(member, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withNumbers(member, depth + 1)]),
  );
}

export function isOdd(piece: Piece): boolean {
  return piece.startsWith(odd);
}

export interface PieceParts {
  readonly article: string;
  readonly kind: string;
  readonly position: string;
}

/** The parts of a piece; `undefined` for one that is none. */
export function partsOfPiece(piece: Piece): PieceParts | undefined {
  if (isOdd(piece)) return undefined;
  // Neither kind nor position has a NUL; a title of hostile input may.
  const second = piece.lastIndexOf(between);
  const first = piece.lastIndexOf(between, second - 1);
  return {
    article: piece.slice(0, first),
    kind: piece.slice(first + 1, second),
    position: piece.slice(second + 1),
  };
}

/**
 * The piece that an evidence id names, taken apart from the right; `undefined` for a text that is no evidence id.
 *
 * @param articleOf what the article is called in the file that the id is compared with
 */
export function pieceOfId(
  id: string,
  articleOf: (title: string) => string = (title) => title,
): Piece | undefined {
  const parts = parseEvidenceId(id);
  return parts && pieceOf(articleOf(parts.title), parts.kind, parts.numbers.join('_'));
}

/** The piece that an evidence id names, its article as FEVER spells pages. */
export function feverPieceOfId(id: string): Piece | undefined {
  return pieceOfId(id, pageOfTitle);
}

/** The piece as an evidence id, its article as the file spells it; of what is no piece of evidence, its JSON. */
export function idOfPiece(piece: Piece): string {
  const parts = partsOfPiece(piece);
  if (parts === undefined) return piece.slice(odd.length);
  const { article, kind, position } = parts;
  // A document of a ranking is known by its name alone.
  if (kind === 'document' && position === '') return article;
  return [article, kind, position].filter((part) => part !== '').join('_');
}
