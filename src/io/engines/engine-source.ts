import type { Article } from '../../corpus/article.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';

/** What an engine is filled with. */
export interface EngineSource {
  /** In the same order each time. Gone through once. */
  readonly articles: Iterable<Article> | AsyncIterable<Article>;
  readonly levels: readonly SearchLevel[];
  readonly settings: IndexSettings;
  /** Something that is another when the articles are others, such as a hash of their files: filling that was interrupted goes on only where it is the same. */
  readonly corpus: string;
}

/** How far filling is. */
export interface EngineProgress {
  /** Taken in so far, those of an earlier, interrupted run with them. */
  readonly articles: number;
  readonly records: number;
}

/** What an engine was filled with. */
export interface EngineSummary {
  /** The engine's address without user and password. */
  readonly address: string;
  readonly articles: number;
  /** By level. */
  readonly records: ReadonlyMap<SearchLevel, number>;
  /** Articles that an earlier, interrupted run had taken in. */
  readonly resumedAt: number;
  /** Records that have more different words than the engine takes, the last of which are not found. */
  readonly cut: number;
}
