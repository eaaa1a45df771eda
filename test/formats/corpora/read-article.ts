import { draftFault } from '../../../src/corpus/check-draft.ts';
import type { DraftArticle } from '../../../src/corpus/draft-article.ts';
import { printDraft } from '../../../src/corpus/print-draft.ts';
import type { ArticleOptions, CorpusFormat } from '../../../src/formats/corpus-format.ts';

/** What a format makes of a text that is one article. */
export interface ReadArticle {
  readonly article: DraftArticle | undefined;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly messages: readonly string[];
}

/** Reads a text as the file `some/My_file.txt`. */
export function readArticle(
  format: CorpusFormat,
  text: string,
  { file = 'some/My_file.txt', ...options }: ArticleOptions & { readonly file?: string } = {},
): ReadArticle {
  const messages: string[] = [];
  const articles: DraftArticle[] = [];
  const leftOut: Record<string, number> = {};
  for (const result of format.read({ file, text }, options)) {
    if (result.diagnostic !== undefined) messages.push(result.diagnostic.message);
    else {
      articles.push(result.article);
      Object.assign(leftOut, Object.fromEntries(result.leftOut ?? []));
    }
  }
  if (articles.length > 1) throw new Error('more than one article');
  return { article: articles[0], leftOut, messages };
}

/** The tagged text of the article that a text is, with a short title. */
export function taggedText(format: CorpusFormat, text: string, title = 'T'): string {
  const { article } = readArticle(format, text, { title });
  return article === undefined ? '' : printDraft(article).split('\n').slice(5).join('\n');
}

/** Why an article is wrong: its numbers do not run on, or its tagged text does not say it; `undefined` where nothing is. */
export function wrongIn(article: DraftArticle): string | undefined {
  const next: Record<string, number> = { sentence: 0, section: 0, table: 0, list: 0 };
  for (const element of article.elements) {
    if (element.number !== next[element.kind]) return `${element.kind} ${element.number} out of order`;
    next[element.kind] = element.number + 1;
    if (element.kind === 'list' && element.items.some(({ number }, at) => number !== at)) return 'items';
    if (element.kind === 'sentence' && (element.text === '' || element.text.includes('\n')))
      return 'sentence';
    if (element.kind === 'table') {
      const places = element.cells.map(({ row, column }) => `${row} ${column}`);
      if (new Set(places).size < places.length) return 'two cells in one place';
    }
  }
  const fault = draftFault(article);
  // What a text holds is a finding, not a mistake of the reader.
  return fault?.reason === 'other' ? `reads back as other than ${JSON.stringify(fault.found)}` : undefined;
}
