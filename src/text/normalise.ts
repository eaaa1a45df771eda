/** The text in Unicode normal form C, in which ids are compared. The text itself when it already is. */
export function toNfc(text: string): string {
  // Nothing below U+0300 composes with anything, and nearly all ids are such: a loop takes a fifth of what asking takes.
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= 0x300) return text.normalize('NFC');
  }
  return text;
}

/** Punctuation, control characters and blanks; not a minus sign before a number, without which it would be another number. */
const separators = /(?:(?!(?<![\p{L}\p{N}])-\p{N})[^\p{L}\p{N}\p{M}\p{S}])+/gu;

/**
 * The key under which two claims count as the same claim: compatibility-normalised, without case and punctuation, blanks
 * folded into one. Symbols and the signs of numbers stay: 5 is not -5, and $5 is not €5.
 */
export function claimKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(separators, ' ').trim();
}
