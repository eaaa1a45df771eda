import type { Article } from '../corpus/article.ts';
import { EmbeddedSearcher, type SearchPart } from './embedded-searcher.ts';
import type { IndexSettings } from './index/text-index.ts';
import { TextIndexBuilder } from './index/text-index-builder.ts';
import { indexedFields } from './records/indexed-fields.ts';
import { MemoryRecords } from './records/memory-records.ts';
import { recordsOfArticle } from './records/records-of-article.ts';
import type { SearchLevel } from './records/search-level.ts';

/** A searcher of articles that are in memory, gone through once for each level. */
export function buildSearcher(
  name: string,
  articles: Iterable<Article>,
  levels: readonly SearchLevel[],
  settings: IndexSettings,
): EmbeddedSearcher {
  const building = stepsOfBuilding(name, articles, levels, settings);
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
  }
}

/** As {@link buildSearcher}, one record whenever the next step is asked for: whoever builds it can do something else meanwhile. */
export function* stepsOfBuilding(
  name: string,
  articles: Iterable<Article>,
  levels: readonly SearchLevel[],
  settings: IndexSettings,
): Generator<undefined, EmbeddedSearcher> {
  const parts = new Map<SearchLevel, SearchPart>();
  for (const level of levels) {
    const builder = new TextIndexBuilder(settings);
    const records = new MemoryRecords();
    for (const article of articles) {
      const own = recordsOfArticle(article, level);
      records.addArticle(article.title, own);
      for (const record of own) {
        builder.add(indexedFields(record, settings));
        yield;
      }
    }
    parts.set(level, { index: builder.finish(), records });
  }
  return new EmbeddedSearcher(name, parts);
}
