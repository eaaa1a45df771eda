/** A piece of prose: plain text, or what stands between backticks, such as a command. */
export interface ProsePiece {
  readonly text: string;
  readonly isCode: boolean;
}

/** Prose in pieces, in its order. */
export function piecesOfProse(text: string): ProsePiece[] {
  return text
    .split(/`([^`]+)`/)
    .map((piece, at) => ({ text: piece, isCode: at % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
