import { utf16Hint } from '../text/utf16-hint.ts';
import type { ArticleOptions, ArticleResult, CorpusFormat } from './corpus-format.ts';
import type { ReadSource } from './format.ts';
import { notUtf8 } from './not-utf8.ts';

/**
 * What a format of articles reads of a source, behind the finding that it is not UTF-8 where it is not: then articles that hold a
 * character which stands for such a byte are left out, and of UTF-16 nothing is read.
 */
export function* readCorpusFormat(
  format: CorpusFormat,
  source: ReadSource,
  options: ArticleOptions,
): Generator<ArticleResult> {
  const invalidBytes = source.invalidBytes ?? [];
  if (invalidBytes.length === 0) {
    yield* format.read(source, options);
    return;
  }
  yield { diagnostic: notUtf8(source) };
  if (utf16Hint(invalidBytes) !== undefined) return;
  for (const result of format.read(source, options)) {
    if (result.article === undefined || !JSON.stringify(result.article).includes('\uFFFD')) yield result;
  }
}
