import { titleOfPage, withBlanks } from '../../corpus/fever-page.ts';
import type { PlainRecord } from '../../corpus/read-records.ts';
import type { DecodeUtf8 } from '../../text/decode-utf8.ts';
import { trimmed } from '../../text/trimmed.ts';
import type { ReadLine } from './read-page-records.ts';

const encoder = new TextEncoder();
const beforeId = encoder.encode('{"id": "');
const beforeText = encoder.encode('", "text": "');
const beforeLines = encoder.encode('", "lines": "');
const afterLines = encoder.encode('"}');
const [quote, backslash, letterN, letterT, hyphen, zero, nine] = [0x22, 0x5c, 0x6e, 0x74, 0x2d, 0x30, 0x39];

/**
 * The sentences of a page of FEVER as Python writes it: its three keys in their order, rows numbered from 0 without a gap. The text
 * that repeats the sentences is skipped, and links are not looked at, so that a line that is no JSON because of what stands in them is
 * read all the same.
 */
export const readWikiLine: ReadLine = (bytes, start, end, { decode }) => {
  if (!isAt(bytes, start, beforeId)) return undefined;
  const idStart = start + beforeId.length;
  const idEnd = stringEnd(bytes, idStart, end);
  if (idEnd === idStart || !isAt(bytes, idEnd, beforeText)) return undefined;
  const textEnd = stringEnd(bytes, idEnd + beforeText.length, end);
  if (!isAt(bytes, textEnd, beforeLines)) return undefined;
  const from = textEnd + beforeLines.length;
  const to = end - afterLines.length;
  // The quotation mark that ends the string must be the one before the last brace.
  if (to < from || !isAt(bytes, to, afterLines) || stringEnd(bytes, from, end) !== to) return undefined;
  const title =
    plainTitle(bytes, idStart, idEnd, decode) ?? escapedTitle(decode(bytes, idStart - 1, idEnd + 1));
  return title === undefined ? undefined : readRows(title, decode(bytes, from, to));
};

/** The title of an id of ASCII without hyphens, which are part of each escape; `undefined` for any other id. */
function plainTitle(bytes: Uint8Array, start: number, end: number, decode: DecodeUtf8): string | undefined {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === hyphen || byte === backslash || byte >= 0x80) return undefined;
  }
  return withBlanks(decode(bytes, start, end));
}

/** The title of an id as it stands in JSON, with its quotation marks. */
function escapedTitle(string: string): string | undefined {
  const id = unquoted(string);
  return id === undefined ? undefined : titleOfPage(id);
}

/** The sentences of `lines` as they stand in JSON. Parts of one text, because decoding each of them costs more than half of the time. */
function readRows(title: string, lines: string): PlainRecord[] | undefined {
  // A tab or a line break in another spelling separates as well.
  // Zeros are looked for first, because they are rarer than backslashes.
  if (lines.includes('000') && lines.includes('\\u000')) return undefined;
  const records: PlainRecord[] = [];
  for (let at = 0; at < lines.length; ) {
    const textStart = behindNumber(lines, at, records.length);
    if (textStart < 0) return undefined;
    at = lines.indexOf('\\', textStart);
    let isEscaped = false;
    while (at >= 0 && !isSeparator(lines.charCodeAt(at + 1))) {
      isEscaped = true;
      at = lines.indexOf('\\', at + 2);
    }
    if (at < 0) at = lines.length;
    const inside = lines.slice(textStart, at);
    const text = isEscaped ? unquoted(`"${inside}"`) : inside;
    if (text === undefined) return undefined;
    const number = records.length;
    records.push({ title, kind: 'sentence', number, row: -1, column: -1, text: trimmed(text) });
    const next = lines.indexOf('\\n', at);
    // A backslash before it may be one of the text, followed by a letter.
    if (next > at && lines.charCodeAt(next - 1) === backslash) return undefined;
    at = next < 0 ? lines.length : next + 2;
  }
  return records;
}

/** Behind the number that a row must begin with and its tab; -1 where the row begins otherwise. */
function behindNumber(lines: string, at: number, expected: number): number {
  const start = at;
  let number = 0;
  for (let code = lines.charCodeAt(at); code >= zero && code <= nine; code = lines.charCodeAt(++at))
    number = number * 10 + code - zero;
  const hasZeros = at - start > 1 && lines.charCodeAt(start) === zero;
  if (at === start || number !== expected || hasZeros) return -1;
  return lines.charCodeAt(at) === backslash && lines.charCodeAt(at + 1) === letterT ? at + 2 : -1;
}

function isSeparator(code: number): boolean {
  return code === letterN || code === letterT;
}

/** Where the string whose inside begins at `from` ends; -1 where it does not. */
function stringEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = bytes.indexOf(quote, from); at >= 0 && at < end; at = bytes.indexOf(quote, at + 1)) {
    let backslashes = 0;
    while (at - 1 - backslashes >= from && bytes[at - 1 - backslashes] === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}

/** The text of a JSON string; `undefined` where it is none. */
function unquoted(string: string): string | undefined {
  if (!string.includes('\\')) return string.slice(1, -1);
  try {
    return JSON.parse(string) as string;
  } catch {
    return undefined;
  }
}

function isAt(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  if (at < 0) return false;
  for (let which = 0; which < expected.length; which++) {
    if (bytes[at + which] !== expected[which]) return false;
  }
  return true;
}
