/**
 * More marks on one letter than any writing system has (the limit of stream-safe text is 30): putting so many in order takes the
 * square of their number.
 */
const tooManyMarks = /\p{M}{64}/u;

/** The text in a Unicode normal form; itself when more marks stand in a row than can be put in order in reasonable time. */
export function normalForm(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  return tooManyMarks.test(text) ? text : text.normalize(form);
}

/**
 * The text in Unicode normal form C, in which ids are compared. The text itself when it already is.
 *
 * @see UAX #15, section 13: stream-safe text format.
 */
export function toNfc(text: string): string {
  // Nothing below U+0300 composes with anything, and nearly all ids are such: a loop takes a fifth of what asking takes.
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= 0x300) return normalForm(text, 'NFC');
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
  return asciiKey(text) ?? normalForm(text, 'NFKC').toLowerCase().replace(separators, ' ').trim();
}

const [letter, symbol] = [1, 2];
/** What an ASCII character is to a key: a letter or digit, a symbol, or 0 for what separates words. */
const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[\p{L}\p{N}]/u.test(character) ? letter : /[\p{M}\p{S}]/u.test(character) ? symbol : 0;
});
const [blank, minus, zero, nine] = [0x20, 0x2d, 0x30, 0x39];

/** The key of a text that is all ASCII, in a third of the time; `undefined` for any other. */
function asciiKey(text: string): string | undefined {
  const lower = text.toLowerCase();
  let key = '';
  let from = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return undefined;
    if (asciiKinds[code] !== 0 || (code === minus && isSign(text, at))) {
      if (from < 0) from = at;
      continue;
    }
    // A blank alone between two words may stay. Behind the end of the text nothing is of a kind.
    if (from < 0 || (code === blank && (asciiKinds[text.charCodeAt(at + 1)] ?? 0) !== 0)) continue;
    key = joined(key, lower.slice(from, at));
    from = -1;
  }
  return from < 0 ? key : joined(key, lower.slice(from));
}

function joined(key: string, words: string): string {
  return key === '' ? words : `${key} ${words}`;
}

/** Whether a minus belongs to the number behind it: it does not behind a letter or digit. */
function isSign(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next >= zero && next <= nine && asciiKinds[text.charCodeAt(at - 1)] !== letter;
}
