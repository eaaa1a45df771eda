import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { byteOrderMarkLength, type TextLine } from '../../text/source-line.ts';
import { scoreRules } from '../findings/score-rules.ts';
import {
  type ByQueryOptions,
  blank,
  type DocumentLine,
  type DocumentLines,
  isBlank,
  type LineFault,
  type QueryRecord,
  readByQuery,
  word,
} from './read-by-query.ts';

const trecLine = new RegExp(
  `^${blank}*(${word})${blank}+${word}${blank}+(${word})${blank}+(${word})${blank}*$`,
);
/** Columns of BEIR, whose ids may hold blanks. */
const beirLine = /^([^\t]+)\t([^\t]+)\t([^\t]+)\r?$/;
const beirHeader = /^query-id\tcorpus-id\tscore\r?$/;
/** Nine digits are beyond all that anybody grades with. */
const grade = /^[+-]?\d{1,9}$/;

function formOf(line: RegExp, columns: number): DocumentLines {
  return {
    rule: scoreRules.qrelsLine,
    parse(text): DocumentLine | LineFault {
      const match = line.exec(text);
      if (match === null) return { messageId: 'fields', data: { columns } };
      const [, query = '', document = '', value = ''] = match;
      return grade.test(value)
        ? { query, document, value: Number(value) }
        : { messageId: 'grade', data: { grade: value } };
    },
    // Entries define keys, also `__proto__`.
    jsonOf: (id, documents) => ({ id, relevant: Object.fromEntries(documents) }),
  };
}

const trec = formOf(trecLine, 4);
const beir = formOf(beirLine, 3);

/**
 * The queries of relevance judgements, `query 0 document grade` on each line, or BEIR's tables of `query-id`, `corpus-id` and `score`:
 * `{ id, relevant: { document: grade } }`.
 *
 * @param found told what is wrong with lines; they are not read
 * @throws OfficialFailure only with `official`
 * @see https://github.com/usnistgov/trec_eval, get_qrels.c
 */
export function* readQrels(
  lines: Iterable<TextLine>,
  found: (diagnostic: Diagnostic) => void,
  options?: ByQueryOptions,
): Generator<QueryRecord> {
  const rest = lines[Symbol.iterator]();
  const first = rest.next();
  if (first.done === true) return;
  const isBeir = beirHeader.test(first.value.text.slice(byteOrderMarkLength(first.value)));
  const all = function* (): Generator<TextLine> {
    if (!isBeir) yield first.value;
    yield* { [Symbol.iterator]: () => rest };
  };
  yield* readByQuery(all(), isBeir ? beir : trec, found, options);
}

/** Whether a file begins as judgements do. @param head its beginning, at least the first line */
export function isQrels(head: string): boolean {
  const first =
    head
      .replace(/^\uFEFF/, '')
      .split('\n')
      .find((line) => !isBlank(line)) ?? '';
  return beirHeader.test(first) || grade.test(trecLine.exec(first)?.[3] ?? '');
}
