import type { Article, EvidenceRecord } from './article.ts';
import type { Table } from './table.ts';

/**
 * What can be asked of a corpus, whether it is held in memory ({@link EvidenceIndex}) or read page by page from a store of
 * millions of articles. Ids and titles may be in any Unicode normal form.
 */
export interface Evidence {
  /** Number of records, or of articles where these are not all known; 0 only where there is no corpus. */
  readonly size: number;
  /** All articles of a corpus that is held in memory; none of one that is read page by page. */
  readonly articles: readonly Article[];
  /** The record of an id. Of two records with one id the first stands. */
  readonly get: (id: string) => EvidenceRecord | undefined;
  /** The text of an id: the record's, or the title for a title id. `undefined` for an id that is not in the corpus. */
  readonly text: (id: string) => string | undefined;
  readonly article: (title: string) => Article | undefined;
  /** The tables of an article in order of their numbers. */
  readonly tables: (article: Article) => readonly Table[];
  /** The records from one id to another of the same article, both included, in the order of the text; empty where there are none. */
  readonly range: (fromId: string, toId: string) => readonly EvidenceRecord[];
  /** Up to `count` ids (3 by default) that a wrong one may have been meant to be, the likeliest first. */
  readonly nearest: (id: string, count?: number) => readonly string[];
}
