import type { Article } from '../../../src/corpus/article.ts';
import { parseText, taggedArticle } from '../../corpus/tagged-article.ts';

/** Articles by their titles, each of some sentences. */
export function articlesOf(sentences: Readonly<Record<string, readonly string[]>>): Article[] {
  return Object.entries(sentences).flatMap(([title, texts]) => {
    const body = texts.map((text, at) => `${text} @_sentence_${at}`).join('\n\n');
    return [...parseText(taggedArticle(title, body)).articles];
  });
}
