import { encodeUtf8 } from '../text/decode-utf8.ts';
import type { Article } from './article.ts';
import type { DraftArticle } from './draft-article.ts';
import { parseCorpusFile } from './parse.ts';
import { printDraft } from './print-draft.ts';

/**
 * The article that the tagged text of a draft is read as; `undefined` where it is not read as one article of this title, because
 * a text in it holds what looks like an id or like the beginning of another article.
 *
 * @param file the name that the article is known by in findings
 */
export function articleOfDraft(draft: DraftArticle, file: string): Article | undefined {
  const bytes = encodeUtf8({ text: printDraft(draft), invalidBytes: [] });
  const { articles } = parseCorpusFile(file, bytes);
  const [article] = articles;
  return articles.length === 1 && article?.title === draft.title ? article : undefined;
}
