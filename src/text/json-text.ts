import { type Node, type ParseErrorCode, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { jsonProblemWords } from './json-problem-words.ts';
import type { Span } from './span.ts';

/** Way to a value inside JSON: keys and array positions from the outside in. */
export type JsonPath = readonly (string | number)[];

/** Deeper JSON is refused: no record of ours nests further, and deep input breaks recursive programs. */
export const maxJsonDepth = 64;

const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

/** Something that is not JSON, and where. */
export interface JsonProblem {
  /** The parser's name of it, such as `value expected`. */
  readonly code: string;
  /** In words, such as `expected a value`. */
  readonly message: string;
  readonly span: Span;
}

/** An object key that stands a second time in the same object. */
export interface DuplicateKey {
  readonly key: string;
  readonly first: Span;
  readonly again: Span;
}

/** What can be said of a text as JSON in one pass over it. */
export interface JsonMeasure {
  /** How deep its brackets nest. */
  readonly depth: number;
  /** Colons outside of strings. */
  readonly colons: number;
  /** Whether a number outside of strings has more than fifteen characters, or an exponent: fewer digits always fit a double. */
  readonly hasLongNumber: boolean;
}

const longestShortNumber = 15;

/** What can be said of a text as JSON in one pass over it. Linear, for any text. */
export function measureJson(text: string): JsonMeasure {
  let depth = 0;
  let deepest = 0;
  let colons = 0;
  let hasLongNumber = false;
  const { length } = text;
  // Nearly no line has any, and then the end of a string is the next quotation mark.
  const hasEscapes = text.includes('\\');
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    // Ordered by how often a line of claims has them; digits and punctuation are most of what stands outside of strings.
    if (code === 0x22) {
      if (hasEscapes) at = stringEnd(text, at) - 1;
      else {
        const close = text.indexOf('"', at + 1);
        at = close < 0 ? length : close;
      }
    } else if (code >= 0x30 && code <= 0x39) {
      const from = at;
      let next = text.charCodeAt(++at);
      while ((next >= 0x30 && next <= 0x39) || next === 0x2e) next = text.charCodeAt(++at);
      if (at - from > longestShortNumber || next === 0x65 || next === 0x45) hasLongNumber = true;
      at -= 1;
    } else if (code === 0x3a) {
      colons += 1;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
    }
  }
  return { depth: deepest, colons, hasLongNumber };
}

/**
 * How many object members a value of `JSON.parse` holds at all depths, which is the number of colons unless a key was repeated.
 * The value must not nest deeper than {@link maxJsonDepth}.
 */
export function countMembers(value: unknown): number {
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) count += countMembers(item);
  } else if (typeof value === 'object' && value !== null) {
    // What JSON.parse makes has no inherited keys that a loop would meet.
    for (const key in value) {
      count += 1;
      const member = (value as Record<string, unknown>)[key];
      if (typeof member === 'object' && member !== null) count += countMembers(member);
    }
  }
  return count;
}

/** Offset of the first bracket that nests deeper than {@link maxJsonDepth}. */
export function findTooDeep(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = stringEnd(text, at) - 1;
    else if (character === ']' || character === '}') depth -= 1;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > maxJsonDepth) return at;
    }
  }
  return undefined;
}

/** The first thing in a text that is not JSON. The text must not nest deeper than {@link maxJsonDepth}. */
export function findJsonProblem(text: string): JsonProblem | undefined {
  let problem: JsonProblem | undefined;
  const onError = (error: ParseErrorCode, offset: number, length: number) => {
    const code = printParseErrorCode(error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    const start = Math.min(offset, text.length);
    const message = jsonProblemWords.get(code) ?? code;
    problem = { code, message, span: { start, end: Math.min(start + Math.max(1, length), text.length) } };
    throw firstProblem;
  };
  try {
    visit(text, { onError }, strict);
  } catch (thrown) {
    if (thrown !== firstProblem) throw thrown;
  }
  return problem;
}

/**
 * Ends the parser at the first problem: behind it the real nesting can exceed the measured one without limit
 * (`[}},[}},`), which would break the recursive parser.
 */
const firstProblem = new Error('first problem');

/**
 * Where the value at a path stands, or its key with `key`; where there is no such value, its nearest container; some
 * span of a text that is not JSON. Reads no further than the end of the value and builds no tree, so that it serves lines of
 * any length.
 */
export function locateJson(text: string, path: JsonPath, what: 'value' | 'key' = 'value'): Span {
  let start = skipBlanks(text, 0);
  if (start === text.length) return { start: 0, end: text.length };
  let key: Span | undefined;
  for (const step of path) {
    const found = findMember(text, start, step);
    if (found === undefined) return { start, end: valueEnd(text, start) };
    ({ start, key } = found);
  }
  return what === 'key' && key !== undefined ? key : { start, end: valueEnd(text, start) };
}

interface Member {
  readonly start: number;
  /** Absent for an item of a list. */
  readonly key: Span | undefined;
}

/** The member of the object or list that begins at `at`. */
function findMember(text: string, at: number, step: string | number): Member | undefined {
  const isObject = text.charCodeAt(at) === 0x7b;
  if (isObject !== (typeof step === 'string') || (!isObject && text.charCodeAt(at) !== 0x5b))
    return undefined;
  let start = skipBlanks(text, at + 1);
  for (let index = 0; start < text.length; index++) {
    const first = text.charCodeAt(start);
    if (first === 0x5d || first === 0x7d) return undefined;
    if (typeof step === 'string') {
      if (first !== 0x22) return undefined;
      const key = { start, end: stringEnd(text, start) };
      const colon = skipBlanks(text, key.end);
      if (text.charCodeAt(colon) !== 0x3a) return undefined;
      start = skipBlanks(text, colon + 1);
      if (isName(text, key, step)) return { start, key };
    } else if (index === step) return { start, key: undefined };
    const comma = skipBlanks(text, valueEnd(text, start));
    if (text.charCodeAt(comma) !== 0x2c) return undefined;
    start = skipBlanks(text, comma + 1);
  }
  return undefined;
}

/** Whether the JSON string at a span says a name. */
function isName(text: string, { start, end }: Span, name: string): boolean {
  const length = end - start - 2;
  // An escape is longer than what it stands for.
  if (length < name.length) return false;
  if (length === name.length) return text.startsWith(name, start + 1) && !name.includes('\\');
  const raw = text.slice(start, end);
  if (!raw.includes('\\')) return false;
  try {
    return JSON.parse(raw) === name;
  } catch {
    return false;
  }
}

/** Behind the value that begins at `start`. */
export function valueEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === 0x22) return stringEnd(text, start);
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = stringEnd(text, at) - 1;
        break;
      case 0x5b:
      case 0x7b:
        depth += 1;
        break;
      case 0x5d:
      case 0x7d:
        if (depth === 0) return at;
        depth -= 1;
        if (depth === 0) return at + 1;
        break;
      case 0x2c:
      case 0x20:
      case 0x09:
      case 0x0a:
      case 0x0d:
        if (depth === 0) return at;
        break;
    }
  }
  return at;
}

/** Behind the closing quote of the string that begins at `start`. */
export function stringEnd(text: string, start: number): number {
  // Nearly always the next quote, which the engine finds faster than a loop.
  const next = text.indexOf('"', start + 1);
  if (next < 0) return text.length;
  if (text.charCodeAt(next - 1) !== 0x5c) return next + 1;
  for (let at = start + 1; ; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (Number.isNaN(code)) return text.length;
    at += code === 0x5c ? 2 : 1;
  }
}

/** Where the next character stands that is no white space of JSON, or the end of the text. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    // Behind the end of the text the code is NaN.
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

/** Keys that stand more than once in the same object, in order. The text must be JSON. */
export function findDuplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const root = parseTree(text, [], strict);
  const open: Node[] = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'object') {
      const first = new Map<string, Span>();
      for (const { children } of node.children ?? []) {
        const key = children?.[0];
        if (key === undefined) continue;
        const name = String(key.value);
        const before = first.get(name);
        if (before === undefined) first.set(name, spanOf(key));
        else found.push({ key: name, first: before, again: spanOf(key) });
      }
    }
    for (const child of node.children ?? []) open.push(child);
  }
  return found.sort((a, b) => a.again.start - b.again.start);
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
