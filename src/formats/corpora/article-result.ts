import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import type { ArticleOptions, ArticleResult } from '../corpus-format.ts';
import type { ReadSource } from '../format.ts';
import { formatRules } from '../format-rules.ts';
import { createPlaces } from '../text-places.ts';
import { cleanTitle, titleOfFileName } from './article-title.ts';
import type { DraftBuilder } from './draft-builder.ts';

/**
 * The article of a file that holds one, under the title that was asked for, else that which the file says, else that of its name; a
 * finding where it has no title or nothing that can be cited.
 */
export function articleResult(
  builder: DraftBuilder,
  found: { readonly title: string },
  source: ReadSource,
  options: ArticleOptions,
): ArticleResult {
  const place = () => createPlaces(source.file, source.text)({ start: 0, end: 0 });
  if (!builder.hasEvidence) {
    return { diagnostic: createDiagnostic(formatRules.emptyArticle, 'none', { place: place() }) };
  }
  const titles = [options.title ?? '', found.title].map(cleanTitle);
  const title = titles.find((one) => one !== '') ?? titleOfFileName(source.file);
  if (title === '')
    return { diagnostic: createDiagnostic(formatRules.articleTitle, 'none', { place: place() }) };
  return builder.finish(title);
}
