import { pathWords } from '../../claims/issue-words.ts';
import type { DraftArticle } from '../../corpus/draft-article.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { foundOf } from '../../text/found-of.ts';
import { valueAt } from '../../text/json-pointer.ts';
import type { JsonPath } from '../../text/json-text.ts';
import type { ArticleResult } from '../corpus-format.ts';
import { formatRules } from '../format-rules.ts';
import type { JsonLine, JsonRecord } from '../json-lines.ts';
import type { SourceRecord } from '../schema-findings.ts';

/** What keeps a record from being an article: a value that is not what the format has there. */
export interface ArticleProblem {
  readonly path: JsonPath;
  /** What should stand there, in words that follow "expected". */
  readonly expected: string;
}

/** What an object of a file is read as; `undefined` for one that stands for nothing. */
export type ReadArticle = (json: JsonRecord['json']) => DraftArticle | ArticleProblem | undefined;

/**
 * The articles that `convert` makes of JSON objects, and findings for those that are none; nothing where `convert` gives back
 * `undefined`.
 */
export function* articlesOfRecords(
  records: Iterable<JsonLine>,
  convert: ReadArticle,
): Generator<ArticleResult> {
  for (const { record, diagnostics = [] } of records) {
    for (const diagnostic of diagnostics) yield { diagnostic };
    const converted = record === undefined ? undefined : convert(record.json);
    if (record === undefined || converted === undefined) continue;
    yield 'elements' in converted ? { article: converted } : { diagnostic: findingOf(converted, record) };
  }
}

function findingOf({ path, expected }: ArticleProblem, { json, place }: SourceRecord): Diagnostic {
  const where = place(path);
  const key = pathWords(path);
  const value = valueAt(json, path);
  if (value === undefined)
    return createDiagnostic(formatRules.notArticle, 'missing', { data: { key }, place: where });
  const data = { key, expected, found: foundOf(value) };
  return createDiagnostic(formatRules.notArticle, 'invalid', { data, place: where });
}
