import { CorpusCache } from '../../io/corpus-cache.ts';
import { RememberedFile } from '../../io/remembered-file.ts';
import type { TitleTable } from '../../validate/rule.ts';

/** What a dataset was checked against, for the next time: articles and titles are read again only where their files changed. */
export interface DatasetCache {
  readonly corpus: CorpusCache;
  readonly titles: RememberedFile<TitleTable>;
}

export function createDatasetCache(): DatasetCache {
  return { corpus: new CorpusCache(), titles: new RememberedFile() };
}
