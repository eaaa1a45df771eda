import { cutText } from '../text/cut-text.ts';
import { printable } from '../text/printable.ts';
import { markdownCode } from './markdown-code.ts';

/**
 * A user's text for a cell of a Markdown table, in which it does nothing. Within a table even code spans are ended by `|`, and a
 * backslash before it is no help where the text has one itself: such text is HTML, of entities only.
 */
export function markdownCell(text: string, maxChars: number): string {
  if (!text.includes('|')) return markdownCode(text, maxChars);
  const entities = cutText(printable(text), maxChars).replace(
    /[!-/:-@[-`{-~]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
  return `<code>${entities}</code>`;
}
