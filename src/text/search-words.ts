import { normalForm } from './normalise.ts';
import type { Span } from './span.ts';

/** What a word is: a run of letters, marks and digits. */
export const searchWordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const plain = /^[a-z0-9]+$/;

/** The words of a text by which it is found, in order: without case and accents, parted by everything that is no letter or digit. Accents alone are no word. */
export function searchWords(text: string): string[] {
  return (text.match(searchWordPattern) ?? []).map(fold).filter((word) => word !== '');
}

/** Those words where they stand in the text. */
export function searchWordSpans(text: string): { readonly word: string; readonly span: Span }[] {
  return Array.from(text.matchAll(searchWordPattern), ({ 0: found, index }) => ({
    word: fold(found),
    span: { start: index, end: index + found.length },
  })).filter(({ word }) => word !== '');
}

/** A word without case and accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Mathematical and other styled letters are capitals only now.
  return plain.test(lower)
    ? lower
    : normalForm(lower, 'NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
}
