import { CorpusCache } from '../../io/corpus-cache.ts';
import { RememberedFile } from '../../io/remembered-file.ts';
import { StoreCache } from '../../io/stores/store-cache.ts';
import type { TitleTable } from '../../validate/rule.ts';

/** What a dataset was checked against, for the next time: articles and titles are read again only where their files changed. */
export interface DatasetCache {
  readonly corpus: CorpusCache;
  /** The store of articles that the command line names. */
  readonly stores: StoreCache;
  readonly titles: RememberedFile<TitleTable>;
}

export function createDatasetCache(): DatasetCache {
  return { corpus: new CorpusCache(), stores: new StoreCache(), titles: new RememberedFile() };
}
