import { searchWords } from '../../text/search-words.ts';
import type { SearchRecord } from '../records/search-record.ts';

/**
 * Tells whether a record has all of some phrases: in its text, its title or what heads it the words in a row, without regard to case, accents and what
 * stands between words, but not as stems. A phrase does not go from one field, or from one line of a text, into the next.
 */
export function createPhraseTest(phrases: readonly string[]): (record: SearchRecord) => boolean {
  const wanted = phrases.map(inARow).filter((phrase) => phrase.trim() !== '');
  return ({ text, title, heads }) => {
    // Thousands of records may be looked at, and nearly all of what is looked for stands in their texts.
    const lines = text.split('\n').map(inARow);
    const missing = wanted.filter((phrase) => !lines.some((line) => line.includes(phrase)));
    if (missing.length === 0) return true;
    const around = [title, ...heads].map(inARow);
    return missing.every((phrase) => around.some((field) => field.includes(phrase)));
  };
}

/** The words of a text with a blank on both sides of each: a phrase stands in a text where its own row of words stands in that of the text. */
function inARow(text: string): string {
  if (isAscii.test(text))
    return ` ${text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()} `;
  return ` ${searchWords(text).join(' ')} `;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, in a fifth of the time of other texts
const isAscii = /^[\u0000-\u007f]*$/;
