import type { ClaimId } from '../../claims/claim.ts';
import { claimIdOf, queryIdOf } from '../../claims/retrieval-id.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { placeInLine } from '../../diagnostic/place-in-line.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import type { ReadSource } from '../../formats/format.ts';
import { type JsonRecord, readJsonLines } from '../../formats/json-lines.ts';
import { notUtf8 } from '../../formats/not-utf8.ts';
import { isEmptyQuery, parseQuery } from '../../retrieve/query/parse-query.ts';
import { type ParsedQuery, plainQuery } from '../../retrieve/query/parsed-query.ts';
import { queryRules } from '../../retrieve/query/query-rules.ts';
import { foundOf } from '../../text/found-of.ts';
import { plural } from '../../text/plural.ts';
import { splitLines, type TextLine } from '../../text/source-line.ts';

/** A query of a file. */
export interface NamedQuery {
  readonly id: ClaimId;
  readonly text: string;
  readonly query: ParsedQuery;
}

/** What a line of a file of queries is. */
export type ReadQuery =
  | { readonly named: NamedQuery; readonly diagnostic?: undefined }
  | { readonly named?: undefined; readonly diagnostic: Diagnostic };

/** Keys of ids, and of texts: those of one's own queries, of claims, of BEIR's queries. */
const idKeys = ['id', '_id'];
const queryKey = 'query';
const textKeys = [queryKey, 'claim', 'text'];

/**
 * The queries of files in order: JSON Lines with `id` and one of `query`, `claim`, `text`, or lines of an id, a tab and a query. A `claim` or `text` is no
 * instruction, whatever signs stand in it, and with `isPlain` nothing is.
 */
export function* readQueries(sources: Iterable<ReadSource>, isPlain: boolean): Generator<ReadQuery> {
  const places = new Map<ClaimId, { readonly file: string; readonly line: number }>();
  for (const source of sources) yield* readSource(source, isPlain, places);
}

function* readSource(
  source: ReadSource,
  isPlain: boolean,
  places: Map<ClaimId, { readonly file: string; readonly line: number }>,
): Generator<ReadQuery> {
  if ((source.invalidBytes ?? []).length > 0) yield { diagnostic: notUtf8(source) };
  const head = (source.head ?? source.text).replace(/^\uFEFF/, '').trimStart();
  const all = head.startsWith('{') ? jsonQueries(source, isPlain) : tableQueries(source, isPlain);
  for (const read of all) {
    if (read.named === undefined) {
      yield read;
      continue;
    }
    const { named, line, fault } = read;
    const first = places.get(named.id);
    if (first === undefined) places.set(named.id, { file: source.file, line });
    if (first !== undefined) {
      const of = first.file === source.file ? '' : ` of ${first.file}`;
      yield fault('again', { id: named.id, where: `line ${first.line}${of}` });
    } else if (isEmptyQuery(named.query)) yield fault('empty');
    else yield { named };
  }
}

type Fault = (
  messageId: keyof typeof queryRules.line.messages,
  data?: Readonly<Record<string, string | number>>,
) => { readonly diagnostic: Diagnostic };

type LineOf =
  | { readonly named: NamedQuery; readonly line: number; readonly fault: Fault }
  | { readonly named?: undefined; readonly diagnostic: Diagnostic };

function* jsonQueries(source: ReadSource, isPlain: boolean): Generator<LineOf> {
  for (const { record, diagnostics = [] } of readJsonLines(source)) {
    for (const diagnostic of diagnostics) yield { diagnostic };
    if (record !== undefined) yield jsonQuery(record, isPlain);
  }
}

function jsonQuery({ json, place, lineNumber }: JsonRecord, isPlain: boolean): LineOf {
  const under = (key: string): unknown => (Object.hasOwn(json, key) ? json[key] : undefined);
  const idKey = idKeys.find((key) => under(key) !== undefined);
  const textKey = textKeys.find((key) => under(key) !== undefined);
  const faultAt =
    (path: readonly string[]): Fault =>
    (messageId, data = {}) => ({
      diagnostic: createDiagnostic(queryRules.line, messageId, { data, place: place(path) }),
    });
  const id = idKey === undefined ? undefined : under(idKey);
  if (!(typeof id === 'string' && id !== '') && !Number.isSafeInteger(id))
    return faultAt(idKey === undefined ? [] : [idKey])('noId', { found: foundOf(id) });
  const text = textKey === undefined ? undefined : under(textKey);
  if (textKey === undefined || typeof text !== 'string')
    return faultAt(textKey === undefined ? [] : [textKey])('noText', { found: foundOf(text) });
  const query = isPlain || textKey !== queryKey ? plainQuery(text) : parseQuery(text);
  const own = idKey === 'id' ? (id as ClaimId) : idOfQuery(String(id));
  return { named: { id: own, text, query }, line: lineNumber, fault: faultAt([textKey]) };
}

/** What the id of a query is the id of, so that it is written as it was read. */
function idOfQuery(id: string): ClaimId {
  const claimId = claimIdOf(id);
  return claimId !== undefined && queryIdOf(claimId) === id ? claimId : id;
}

function* tableQueries({ file, text, lines }: ReadSource, isPlain: boolean): Generator<LineOf> {
  for (const line of lines ?? splitLines(file, text)) {
    const read = withoutMark(line);
    if (read.text.trim() === '') continue;
    const fault: Fault = (messageId, data = {}) => ({
      diagnostic: createDiagnostic(queryRules.line, messageId, {
        data,
        place: placeInLine(line, { start: line.text.length - read.text.length, end: line.text.length }),
      }),
    });
    const columns = read.text.split('\t');
    const [id = '', query = ''] = columns;
    if (columns.length !== 2 || id.trim() === '') {
      const found = columns.length === 2 ? 'no id' : `${columns.length} ${plural('column', columns.length)}`;
      yield fault('columns', { found });
      continue;
    }
    const parsed = isPlain ? plainQuery(query) : parseQuery(query);
    yield { named: { id: idOfQuery(id.trim()), text: query, query: parsed }, line: line.number, fault };
  }
}

/** The line without a byte order mark before it. */
function withoutMark(line: TextLine): Pick<TextLine, 'text'> {
  return line.number === 1 ? { text: line.text.replace(/^\uFEFF/, '') } : line;
}
