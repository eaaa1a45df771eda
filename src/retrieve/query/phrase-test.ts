import type { SearchRecord } from '../records/search-record.ts';
import { inARow } from './in-a-row.ts';

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
