import { claimIdOf, queryIdOf } from '../../claims/retrieval-id.ts';
import type { Diagnostic, Place } from '../../diagnostic/diagnostic.ts';
import { placeInLine } from '../../diagnostic/place-in-line.ts';
import { createDiagnostic, type RuleMeta } from '../../diagnostic/rule-meta.ts';
import { byteOrderMarkLength, type TextLine } from '../../text/source-line.ts';
import { createFirstTest } from '../join/first-test.ts';
import { OfficialFailure } from '../official-failure.ts';
import type { JsonObject } from '../scorer.ts';

/** A query of a run or of judgements, as a record. */
export interface QueryRecord {
  readonly json: JsonObject;
  /** The first line of the query, whatever is looked for in the record. */
  readonly place: () => Place;
}

/** What a line says of a document. */
export interface DocumentLine {
  readonly query: string;
  readonly document: string;
  /** A score, or a grade of relevance. */
  readonly value: number;
}

/** Why a line is not read: a message of its rule. */
export interface LineFault {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Files with one document of one query on a line. */
export interface DocumentLines {
  /** Has the messages `repeated` and `apart`, and those of the faults. */
  readonly rule: RuleMeta;
  /** @param text of the line, which is not blank, without a byte order mark */
  parse(text: string): DocumentLine | LineFault;
  /** The record of a query. */
  jsonOf(id: string, documents: ReadonlyMap<string, number>): JsonObject;
}

/** How lines become records. */
export interface ByQueryOptions {
  /**
   * Whether all lines of a query stand together: then one query is held in memory, otherwise all of them. Lines that stand apart
   * nevertheless are findings, and not read.
   */
  readonly grouped?: boolean;
  /** Fails at the first fault, as `parse_run` and `parse_qrel` of pytrec_eval do. */
  readonly official?: boolean;
}

/** A query with its documents so far. */
interface Group {
  readonly query: string;
  readonly first: TextLine;
  readonly documents: Map<string, number>;
}

/**
 * One record for each query, in the order in which queries first appear, with its documents in the order of the file. Of a document
 * that stands twice the first line counts. Blank lines mean nothing.
 *
 * @param found told what is wrong with lines; they are not read
 * @throws OfficialFailure only with `official`
 */
export function* readByQuery(
  lines: Iterable<TextLine>,
  form: DocumentLines,
  found: (diagnostic: Diagnostic) => void,
  { grouped = false, official = false }: ByQueryOptions = {},
): Generator<QueryRecord> {
  const groups = new Map<string, Group>();
  const isNew = createFirstTest();
  let current: Group | undefined;
  const fault = (line: TextLine, { messageId, data }: LineFault, query?: string): void => {
    if (official && messageId !== 'apart') throw officialFailure(messageId, line);
    found(createDiagnostic(form.rule, messageId, { place: placeOf(line, query), ...(data && { data }) }));
  };
  for (const line of lines) {
    const text = line.text.slice(byteOrderMarkLength(line));
    if (isBlank(text)) continue;
    const parsed = form.parse(text);
    if ('messageId' in parsed) {
      fault(line, parsed);
      continue;
    }
    const { query, document, value } = parsed;
    if (current?.query !== query) {
      const earlier = groups.get(query);
      if (earlier !== undefined) current = earlier;
      else if (grouped && !isNew(query)) {
        fault(line, { messageId: 'apart', data: { query } }, query);
        continue;
      } else {
        if (grouped && current !== undefined) {
          groups.delete(current.query);
          yield recordOf(current, form);
        }
        current = { query, first: line, documents: new Map() };
        groups.set(query, current);
      }
    }
    if (current.documents.has(document))
      fault(line, { messageId: 'repeated', data: { document, query } }, query);
    else current.documents.set(document, value);
  }
  for (const group of groups.values()) yield recordOf(group, form);
}

function recordOf({ query, first, documents }: Group, form: DocumentLines): QueryRecord {
  return { json: form.jsonOf(plainId(query), documents), place: () => placeOf(first, query) };
}

/** The id of the claim that was written as a query; one that was not is its own. */
function plainId(query: string): string {
  if (!query.includes('%')) return query;
  const id = claimIdOf(query);
  return id !== undefined && queryIdOf(id) === query ? String(id) : query;
}

function placeOf(line: TextLine, query?: string): Place {
  const start = byteOrderMarkLength(line);
  return placeInLine(
    line,
    { start, end: line.text.length },
    query === undefined ? {} : { claimId: plainId(query) },
  );
}

/** Pattern of what separates columns: white space of C, no other. */
export const blank = '[ \\t\\v\\f\\r]';
/** Pattern of what stands in a column. */
export const word = '[^ \\t\\v\\f\\r]+';

const blankLine = new RegExp(`^${blank}*$`);

export function isBlank(text: string): boolean {
  return blankLine.test(text);
}

function officialFailure(messageId: string, { number }: TextLine): OfficialFailure {
  return messageId === 'repeated'
    ? new OfficialFailure('AssertionError', `document repeated on line ${number}`)
    : new OfficialFailure('ValueError', `malformed line ${number}`);
}
