import { mapAhead } from '../../io/search-index/map-ahead.ts';
import { openPool } from '../../io/search-index/pooled-searcher.ts';
import type { Hit } from '../../retrieve/evidence-searcher.ts';
import type { NamedQuery } from './read-queries.ts';
import { requestOf, type SearchPlan } from './search-plan.ts';

/** A query and what was found for it. */
export interface FoundQuery {
  readonly named: NamedQuery;
  readonly hits: readonly Hit[];
}

/** What is found for queries, in their order; those of an engine are asked several at a time, those of a large index file by several threads. */
export async function* searchEach(
  plan: SearchPlan,
  queries: Iterable<NamedQuery>,
): AsyncGenerator<FoundQuery> {
  const pool = await openPool(plan);
  try {
    yield* mapAhead(queries, pool.ahead, async (named) => ({
      named,
      hits: await pool.searcher.search(requestOf(plan, named.query)),
    }));
  } finally {
    await pool.close();
  }
}
