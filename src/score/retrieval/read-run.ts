import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { plural } from '../../text/plural.ts';
import { byteOrderMarkLength, type TextLine } from '../../text/source-line.ts';
import { scoreRules } from '../findings/score-rules.ts';
import { createFirstTest } from '../join/first-test.ts';
import {
  type ByQueryOptions,
  blank,
  type DocumentLines,
  isBlank,
  type QueryRecord,
  readByQuery,
  word,
} from './read-by-query.ts';

/** Query, document, rank and score; what follows the tag is ignored, as in trec_eval. */
const runLine = new RegExp(
  `^${blank}*(${word})${blank}+${word}${blank}+(${word})${blank}+(${word})${blank}+(${word})${blank}+${word}`,
);
const words = new RegExp(word, 'g');
const firstWord = new RegExp(word);

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const infinite = /^([+-]?)inf(?:inity)?$/i;

/** The score that a text is; `undefined` where it is no number, of which C would make 0. */
function scoreOf(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  const match = infinite.exec(text);
  if (match === null) return undefined;
  return match[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

const form: DocumentLines = {
  rule: scoreRules.runLine,
  parse(text) {
    const match = runLine.exec(text);
    if (match === null) return { messageId: 'fields', data: { columns: columnsOf(text) } };
    const [, query = '', document = '', , score = ''] = match;
    const value = scoreOf(score);
    return value === undefined ? { messageId: 'score', data: { score } } : { query, document, value };
  },
  jsonOf: (id, documents) => ({ id, ranking: [...documents] }),
};

/** As in `5 columns`. */
function columnsOf(text: string): string {
  const count = text.match(words)?.length ?? 0;
  return `${count} ${plural('column', count)}`;
}

/**
 * The queries of a TREC run, `query Q0 document rank score tag` on each line: `{ id, ranking: [[document, score], ...] }`, in the
 * order of the file, which means nothing.
 *
 * @param found told what is wrong with lines; they are not read
 * @throws OfficialFailure only with `official`
 * @see https://github.com/usnistgov/trec_eval, get_trec_results.c
 */
export function readRun(
  lines: Iterable<TextLine>,
  found: (diagnostic: Diagnostic) => void,
  options?: ByQueryOptions,
): Generator<QueryRecord> {
  return readByQuery(lines, form, found, options);
}

/** Whether all lines of a query of a run stand together. Takes a fraction of the time of reading; 16 to 32 bytes for each query. */
export function isGroupedRun(lines: Iterable<TextLine>): boolean {
  const isNew = createFirstTest();
  let current: string | undefined;
  for (const line of lines) {
    const query = firstWord.exec(line.text.slice(byteOrderMarkLength(line)))?.[0];
    if (query === undefined || query === current) continue;
    if (!isNew(query)) return false;
    current = query;
  }
  return true;
}

/** Whether a file begins as a run does. @param head its beginning, at least the first line */
export function isRun(head: string): boolean {
  const first = head
    .replace(/^\uFEFF/, '')
    .split('\n')
    .find((line) => !isBlank(line));
  const match = runLine.exec(first ?? '');
  if (match === null) return false;
  const [, , , rank = '', score = ''] = match;
  return /^-?\d+$/.test(rank) && scoreOf(score) !== undefined;
}
