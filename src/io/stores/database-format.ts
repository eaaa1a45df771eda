import type { DraftArticle } from '../../corpus/draft-article.ts';
import type { CorpusFormat } from '../../formats/corpus-format.ts';

/** A format of articles that is an SQLite file with one article a row: one file in this folder each, one line in the registry. */
export interface DatabaseFormat extends Omit<CorpusFormat, 'sniff' | 'read' | 'write'> {
  /** The table with the articles; its column `id` is unique. */
  readonly table: string;
  /** Its columns besides `id`, all of text. */
  readonly columns: readonly string[];
  /** How the table is made. */
  readonly schema: string;
  /** The ids that the article of a title may stand under, the likeliest first. */
  readonly idsOf: (title: string) => readonly string[];
  /** The title of an id, in Unicode normal form C. */
  readonly titleOf: (id: string) => string;
  /** Whether an id is that of a title in Unicode normal form C. */
  readonly isOf: (id: string, title: string) => boolean;
  /** The article of a row, or why there is none, as the end of a sentence. `values` has the columns in order. */
  readonly draftOf: (id: string, values: readonly string[]) => DraftArticle | string;
  /** The row of an article, columns in order; `undefined` for an article that the format cannot say. */
  readonly rowOf: (
    article: DraftArticle,
  ) => { readonly id: string; readonly values: readonly string[] } | undefined;
}
