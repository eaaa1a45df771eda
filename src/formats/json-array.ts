import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { jsonFinding } from '../diagnostic/json-finding.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { type CheckedJson, checkJson } from '../text/check-json.ts';
import { foundOf } from '../text/found-of.ts';
import { isObject } from '../text/is-object.ts';
import { formatPointer, valueAt } from '../text/json-pointer.ts';
import { locateJson, skipBlanks, stringEnd, valueEnd } from '../text/json-text.ts';
import { byteOrderMarkLength } from '../text/source-line.ts';
import type { ReadSource } from './format.ts';
import { formatRules } from './format-rules.ts';
import { type JsonLine, readJsonLines } from './json-lines.ts';
import { maxFindings } from './schema-findings.ts';
import { createPlaces, type PlaceOf } from './text-places.ts';

/** Keys under which the datasets have the id of a record. */
const idKeys = ['id', 'uid', 'claim_id'];

/** How often a text is looked through for the ends of broken records before the rest is given up. */
const maxPasses = 20;

/**
 * The records of a text in order, as `readJsonLines` gives them: of a list that is the whole text, of objects one after the other,
 * however they are broken into lines, or of JSON Lines, which are read line by line. What stands behind a broken record is found by
 * the first key of the records. Total and linear.
 */
export function* readJsonArray(source: ReadSource): Generator<JsonLine> {
  if (isJsonLines(source)) yield* readJsonLines(source);
  else yield* readObjects(source.file, source.text);
}

/** The first record of the beginning of such a text; `undefined` where that is no object, or not there as a whole. */
export function firstArrayRecord(head: string): unknown {
  let at = skipBlanks(head, byteOrderMarkLength({ offset: 0, text: head }));
  if (head.charCodeAt(at) === open.list) at = skipBlanks(head, at + 1);
  if (head.charCodeAt(at) !== open.object) return undefined;
  try {
    return JSON.parse(head.slice(at, valueEnd(head, at))) as unknown;
  } catch {
    return undefined;
  }
}

/** The text of a list of records, piece by piece: one record a line. */
export function* printJsonArray(records: Iterable<object>): Generator<string> {
  let count = 0;
  for (const record of records) {
    yield `${count === 0 ? '[' : ','}\n${JSON.stringify(record)}`;
    count += 1;
  }
  yield count === 0 ? '[]\n' : '\n]\n';
}

const open = { object: 0x7b, list: 0x5b } as const;
const comma = 0x2c;
const closeList = 0x5d;

/** Whether the first line that is not blank is an object, whole. */
function isJsonLines(source: ReadSource): boolean {
  for (const { record } of readJsonLines(source)) return record !== undefined;
  return true;
}

function* readObjects(file: string, text: string): Generator<JsonLine> {
  const placeOf = createPlaces(file, text);
  type MessageId = keyof typeof formatRules.notJsonArray.messages;
  const wrong = (messageId: MessageId, start: number, end: number, found = ''): JsonLine => ({
    diagnostics: [
      createDiagnostic(formatRules.notJsonArray, messageId, {
        data: { found },
        place: placeOf({ start, end }),
      }),
    ],
  });
  let wasted = 0;
  let at = skipBlanks(text, byteOrderMarkLength({ offset: 0, text }));
  const isList = text.charCodeAt(at) === open.list;
  if (isList) at = skipBlanks(text, at + 1);
  let isFirst = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === closeList && isList) {
      if (!isFirst && text[lastFilled(text, at)] === ',')
        yield wrong('noRecord', at, at + 1, 'the end of the list');
      const rest = skipBlanks(text, at + 1);
      if (rest < text.length) yield wrong('moreText', rest, text.length);
      return;
    }
    isFirst = false;
    let end = valueEnd(text, at);
    if (end === at) {
      // A bracket that closes nothing, or a comma: what follows it may be a record all the same.
      const next = text.indexOf('{', at);
      end = next < 0 ? text.length : next;
      yield wrong('noRecord', at, end, `\`${text.charAt(at)}\``);
      at = end;
      continue;
    }
    let checked = checkJson(text.slice(at, end));
    if (checked.json === undefined) {
      wasted += end - at;
      const next = nextRecord(text, at, end);
      if (next !== undefined) {
        end = lastFilled(text, next) + 1;
        if (text[end - 1] === ',') end -= 1;
        checked = checkJson(text.slice(at, end));
      }
    }
    yield elementOf(text, at, end, checked, placeOf);
    at = skipBlanks(text, end);
    if (wasted > maxPasses * text.length) {
      if (at < text.length) yield wrong('tooMany', at, text.length);
      return;
    }
    if (text.charCodeAt(at) === comma) at = skipBlanks(text, at + 1);
    else if (isList && text.charCodeAt(at) === open.object) yield wrong('noComma', at, at + 1);
  }
  if (isList) yield wrong('noEnd', text.length, text.length);
}

/** Where the last character before `at` stands that is no white space of JSON. */
function lastFilled(text: string, at: number): number {
  let last = at - 1;
  while (last >= 0 && ' \t\r\n'.includes(text.charAt(last))) last -= 1;
  return last;
}

/** Where the next record begins inside what was taken for a record that is broken: one with the same first key. */
function nextRecord(text: string, start: number, end: number): number | undefined {
  if (text.charCodeAt(start) !== open.object) return undefined;
  const key = skipBlanks(text, start + 1);
  if (text.charCodeAt(key) !== 0x22) return undefined;
  const next = text.indexOf(text.slice(start, stringEnd(text, key)), start + 1);
  return next < 0 || next >= end ? undefined : next;
}

function elementOf(
  text: string,
  start: number,
  end: number,
  { json, problems }: CheckedJson,
  placeOf: PlaceOf,
): JsonLine {
  const id = idKeys
    .map((key) => valueAt(json, [key]))
    .find((value) => typeof value === 'string' || typeof value === 'number');
  const place = (span: { start: number; end: number }, pointer?: string) =>
    placeOf(
      { start: start + span.start, end: start + span.end },
      {
        ...((typeof id === 'string' || typeof id === 'number') && { claimId: id }),
        ...(pointer !== undefined && { pointer }),
      },
    );
  if (problems.length > 0) {
    const diagnostics = problems
      .slice(0, maxFindings)
      .map(
        (problem): Diagnostic =>
          createDiagnostic(formatRules.notJsonArray, problem.kind, jsonFinding(problem, place)),
      );
    return { diagnostics };
  }
  if (!isObject(json)) {
    const where = place({ start: 0, end: end - start });
    const data = { found: foundOf(json) };
    return { diagnostics: [createDiagnostic(formatRules.notJsonArray, 'notObject', { data, place: where })] };
  }
  const raw = text.slice(start, end);
  return {
    record: {
      json,
      place: (path) => place(locateJson(raw, path), formatPointer(path)),
      get lineNumber() {
        return placeOf({ start, end }).start.line;
      },
    },
  };
}
