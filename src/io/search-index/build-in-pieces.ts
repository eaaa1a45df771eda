import type { Article } from '../../corpus/article.ts';
import { stepsOfBuilding } from '../../retrieve/build-searcher.ts';
import type { EmbeddedSearcher } from '../../retrieve/embedded-searcher.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import { type PieceOptions, runInPieces } from '../run-in-pieces.ts';

/** As `buildSearcher`, but others are let in meanwhile. A step is a record of one level. */
export function buildInPieces(
  name: string,
  articles: Iterable<Article>,
  levels: readonly SearchLevel[],
  settings: IndexSettings,
  options: PieceOptions = {},
): Promise<EmbeddedSearcher> {
  return runInPieces(stepsOfBuilding(name, articles, levels, settings), options);
}
