import type { DraftArticle } from '../../corpus/draft-article.ts';
import { isObject } from '../../text/is-object.ts';

/** The article of a page that is kept as JSON, or why there is none, as the end of a sentence. */
export function parsePage(
  text: string,
  convert: (json: Readonly<Record<string, unknown>>) => DraftArticle | string,
): DraftArticle | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  return isObject(json) ? convert(json) : 'it is no JSON object';
}
