import { piecesOfProse } from '../../prose.ts';
import { html, type Markup } from './markup.ts';

/** Prose as HTML: what stands between backticks is code. */
export function printProse(text: string): Markup[] {
  return piecesOfProse(text).map((piece) =>
    piece.isCode ? html`<code>${piece.text}</code>` : html`${piece.text}`,
  );
}
