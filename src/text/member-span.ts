import { skipBlanks, valueEnd } from './json-text.ts';

/** A span to be written. */
export interface MutableSpan {
  start: number;
  end: number;
}

/**
 * Writes the span of the value under a key of the object that a line of JSON is, where it is plain to see: it is not where keys
 * have escapes, or blanks stand before the object. Whether it was written. For code that remembers a place in each of millions of
 * lines; it makes no objects, and what it finds is what `locateInLine` finds.
 *
 * @param text An object of JSON, a byte order mark before it or not.
 */
export function findMemberSpan(text: string, key: string, into: MutableSpan): boolean {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.charCodeAt(at) !== 0x7b) return false;
  do {
    at = skipBlanks(text, at + 1);
    if (text.charCodeAt(at) !== 0x22) return false;
    const isWanted = text.startsWith(key, at + 1) && text.charCodeAt(at + 1 + key.length) === 0x22;
    at = isWanted ? at + key.length + 2 : plainKeyEnd(text, at + 1);
    if (at < 0) return false;
    at = skipBlanks(text, at);
    if (text.charCodeAt(at) !== 0x3a) return false;
    const start = skipBlanks(text, at + 1);
    const end = valueEnd(text, start);
    if (isWanted) {
      into.start = start;
      into.end = end;
      return end > start;
    }
    at = skipBlanks(text, end);
  } while (text.charCodeAt(at) === 0x2c);
  return false;
}

/** Behind the closing quote of a key that begins before `from`; -1 where it has an escape or no end. */
function plainKeyEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) return -1;
  }
  return -1;
}
