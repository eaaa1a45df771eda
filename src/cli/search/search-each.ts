import type { Hit } from '../../retrieve/evidence-searcher.ts';
import type { NamedQuery } from './read-queries.ts';
import { requestOf, type SearchPlan } from './search-plan.ts';

/** A query and what was found for it. */
export interface FoundQuery {
  readonly named: NamedQuery;
  readonly hits: readonly Hit[];
}

/** Queries that an engine is asked at a time: it waits for none of them. */
const askedAtOnce = 8;

/** What is found for queries, in their order; those of an engine are asked several at a time. */
export async function* searchEach(
  plan: SearchPlan,
  queries: Iterable<NamedQuery>,
): AsyncGenerator<FoundQuery> {
  const most = plan.origin === 'engine' ? askedAtOnce : 1;
  const asked: Promise<FoundQuery>[] = [];
  const ask = async (named: NamedQuery): Promise<FoundQuery> => ({
    named,
    hits: await plan.searcher.search(requestOf(plan, named.query)),
  });
  try {
    for (const named of queries) {
      asked.push(ask(named));
      if (asked.length === most) yield (await asked.shift()) as FoundQuery;
    }
    for (let next = asked.shift(); next !== undefined; next = asked.shift()) yield await next;
  } finally {
    // Where one has failed, or nobody wants more, the others are waited for: what fails in them is the same.
    await Promise.allSettled(asked);
  }
}
