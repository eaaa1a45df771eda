import { findChangedNumbers } from './changed-numbers.ts';
import { jsonProblemHelp } from './json-problem-help.ts';
import {
  countMembers,
  findDuplicateKeys,
  findJsonProblem,
  findTooDeep,
  maxJsonDepth,
  measureJson,
} from './json-text.ts';
import type { Span } from './span.ts';

/** What can keep a text from being JSON that every program reads the same, in words; `{name}` is filled in from the problem. */
export const jsonMessages = {
  deep: 'The lists and objects of the line nest deeper than {limit} levels.',
  syntax: 'The line is not JSON: {problem}.',
  notObject: 'The line is JSON, but no object: {found}.',
  duplicateKey: 'The key {key} stands a second time in the same object.',
  changedNumber: 'The number {number} is read as {read}.',
  largeNumber: 'The number {number} is larger than any that programs hold.',
} as const;

/** One thing that keeps a text from being JSON that every program reads the same. */
export interface CheckedJsonProblem {
  readonly kind: keyof typeof jsonMessages;
  readonly span: Span;
  /** What its message is filled with. */
  readonly data: Readonly<Record<string, string | number>>;
  /** What to do, where that can be said more precisely than for all problems of the kind. */
  readonly help?: string;
  /** Of a key that stands twice: where it stands first. */
  readonly first?: Span;
  /** What may be written at the span instead. */
  readonly replacement?: string;
}

/** A text as JSON. */
export interface CheckedJson {
  /** `undefined` for what is no JSON or nests too deep. */
  readonly json: unknown;
  /** In the order of the text; one at most where there is no JSON. */
  readonly problems: readonly CheckedJsonProblem[];
}

const none: readonly CheckedJsonProblem[] = [];

/** The JSON of a text, and all that keeps programs from reading it the same. Safe and linear for any text. */
export function checkJson(text: string): CheckedJson {
  const { depth, colons, hasLongNumber } = measureJson(text);
  if (depth > maxJsonDepth) {
    const start = findTooDeep(text) ?? 0;
    const span = { start, end: start + 1 };
    return { json: undefined, problems: [{ kind: 'deep', span, data: { limit: maxJsonDepth } }] };
  }
  let json: unknown;
  try {
    json = JSON.parse(text) as unknown;
  } catch {
    return { json: undefined, problems: [syntaxProblem(text)] };
  }
  if (!hasLongNumber && colons === countMembers(json)) return { json, problems: none };
  const numbers = findChangedNumbers(text).map(({ raw, read, span }): CheckedJsonProblem => {
    const kind = Number.isFinite(read) ? 'changedNumber' : 'largeNumber';
    return { kind, span, data: { number: raw, read: String(read) }, replacement: JSON.stringify(raw) };
  });
  // A repeated key leaves fewer members than colons; only then is it worth looking for.
  if (colons === countMembers(json)) return { json, problems: numbers };
  const keys = findDuplicateKeys(text).map(
    ({ key, first, again }): CheckedJsonProblem => ({
      kind: 'duplicateKey',
      span: again,
      data: { key: JSON.stringify(key) },
      first,
    }),
  );
  return { json, problems: [...keys, ...numbers].sort((a, b) => a.span.start - b.span.start) };
}

function syntaxProblem(text: string): CheckedJsonProblem {
  const { code, message, span } = findJsonProblem(text) ?? {
    code: '',
    message: 'not valid',
    span: { start: 0, end: text.length },
  };
  const help = jsonProblemHelp(text, span.start, code);
  return { kind: 'syntax', span, data: { problem: message }, ...(help !== undefined && { help }) };
}
