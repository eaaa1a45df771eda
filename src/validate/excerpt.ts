import { cutText } from '../text/cut-text.ts';

const maxExcerptChars = 40;
/** Longer words are none that anybody has to read to the end. */
const maxWordChars = 60;

/** The beginning of a text in one line, for a message that names what it is. */
export function excerpt(text: string): string {
  return inOneLine(text, maxExcerptChars);
}

/** A word, name or phrase of a claim in one line, for a message that quotes it. */
export function quotedWord(word: string): string {
  return inOneLine(word, maxWordChars);
}

function inOneLine(text: string, maxChars: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxChars ? `${cutText(line, maxChars - 1)}…` : line;
}
