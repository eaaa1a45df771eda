import { stringEnd } from '../text/json-text.ts';
import { toNfc } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { rawOffset } from './inside-string.ts';
import type { LineEntry, LineKind } from './record-entry.ts';

/** A piece of a line that is not in Unicode normal form C. */
export interface Decomposed {
  /** In the line. */
  readonly span: Span;
  /** The key of the record's member that it stands in. */
  readonly key: string;
  /** What stands there in normal form C, spelt with escapes where it was. */
  readonly text: string;
}

/** Values that other files repeat: composed here alone, they would no longer be the same. */
const names: Readonly<Record<LineKind, readonly string[]>> = {
  claim: ['id'],
  annotation: ['claim', 'annotator'],
  event: ['claim', 'annotator'],
  unlabelled: ['id'],
};

/** An ASCII character never composes with what is before it, so that each piece that begins with one is normalised by itself. */
const pieces = /[\0-\x7f]?[^\0-\x7f]+/g;

/** The pieces of a record's strings that are not in normal form C, in order. Keys are left out, and names that other files repeat. */
export function findDecomposed({ kind, line: { text } }: LineEntry): Decomposed[] {
  const found: Decomposed[] = [];
  let depth = 0;
  let member = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '"') {
      const end = stringEnd(text, at);
      const raw = text.slice(at, end);
      if (isKey(text, end)) {
        if (depth === 1) member = JSON.parse(raw) as string;
      } else if (depth > 1 || !names[kind].includes(member)) {
        for (const { span, text: composed } of decomposedIn(raw))
          found.push({ span: { start: at + span.start, end: at + span.end }, key: member, text: composed });
      }
      at = end - 1;
    }
  }
  return found;
}

function isKey(text: string, behind: number): boolean {
  let at = behind;
  while (at < text.length && ' \t\r'.includes(text[at] as string)) at += 1;
  return text[at] === ':';
}

function* decomposedIn(raw: string): Generator<Omit<Decomposed, 'key'>> {
  if (!/[^\0-\u02ff]|\\u/.test(raw)) return;
  const value = JSON.parse(raw) as string;
  if (toNfc(value) === value) return;
  let rawAt = 1;
  let valueAt = 0;
  for (const { 0: piece, index } of value.matchAll(pieces)) {
    const composed = toNfc(piece);
    if (composed === piece) continue;
    const start = rawOffset(raw, rawAt, index - valueAt);
    const end = rawOffset(raw, start, piece.length);
    const plain = JSON.stringify(composed).slice(1, -1);
    yield { span: { start, end }, text: raw.slice(start, end).includes('\\u') ? escaped(plain) : plain };
    rawAt = end;
    valueAt = index + piece.length;
  }
}

function escaped(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
