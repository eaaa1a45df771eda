import { cutText } from '../text/cut-text.ts';

const maxExcerptChars = 40;

/** The beginning of a text in one line, for a message that names what it is. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxExcerptChars ? `${cutText(line, maxExcerptChars - 1)}…` : line;
}
