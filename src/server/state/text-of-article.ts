import type { Article } from '../../corpus/article.ts';

/** The text of an article as it stands in its file. */
export function textOfArticle({ head, records, foot }: Article): string {
  return head + records.map(({ raw, id }) => raw + id).join('') + foot;
}
