import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { DraftArticle } from './draft-article.ts';

/** What a store has under a title: an article, or a finding that says why it cannot be read. */
export type StoredArticle =
  | { readonly article: DraftArticle; readonly diagnostic?: undefined }
  | { readonly article?: undefined; readonly diagnostic: Diagnostic };

/**
 * Articles that are not held in memory: a database, a folder with millions of pages. Titles may be asked for in any Unicode normal
 * form; redirects are not followed, and there are none in it. Of two articles with one title the first stands.
 */
export interface ArticleStore {
  /** How findings call it. */
  readonly name: string;
  /** What is known to be wrong before an article is asked for. */
  readonly diagnostics: readonly Diagnostic[];
  /** Number of articles, at least one; counted when first asked for. */
  readonly size: number;
  readonly has: (title: string) => boolean;
  /** The article of a title, read anew each time; `undefined` where there is none. */
  readonly load: (title: string) => StoredArticle | undefined;
  /** All titles, in an order of the store's own that is always the same. */
  readonly titles: () => Iterable<string>;
  /** All articles, one at a time in memory. */
  readonly articles: () => Iterable<StoredArticle>;
  /** Gives the files back. Nothing can be asked for afterwards. */
  readonly close: () => void;
}
