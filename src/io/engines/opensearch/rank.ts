import type { z } from 'zod';
import type { WeightingSettings } from '../../../retrieve/weighting/weighting-of.ts';
import type { EnginePart } from '../engine-part.ts';
import type { EngineQuery } from '../query-terms.ts';
import { recordsAnswer } from './answers.ts';
import type { Ask } from './ask.ts';
import { termsField } from './mapping.ts';
import { plainTerm } from './terms.ts';

/** Hits that an engine gives at most (index.max_result_window). */
export const maxHits = 10_000;
/** Above 0, also with seven digits. */
const leastScore = 1e-30;
/** What is kept of a record. */
export const recordFields = ['id', 'title', 'kind', 'text', 'heads', 'number'];

/** What is looked for. */
export interface RankRequest extends EngineQuery {
  readonly count: number;
  /** What a record must fulfil besides. */
  readonly filters?: readonly unknown[];
  readonly except?: ReadonlySet<string> | undefined;
}

/** The best, the best first, of equal ones that with the lowest number. */
export async function rank(
  ask: Ask,
  part: EnginePart,
  weighting: WeightingSettings,
  { terms, needed, count, filters = [], except = new Set() }: RankRequest,
): Promise<z.infer<typeof recordsAnswer>['hits']['hits']> {
  const field = termsField(part);
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(plainTerm(term), (counts.get(plainTerm(term)) ?? 0) + 1);
  const should = Array.from(counts, ([term, times]) => ({
    term: { [field]: { value: term, boost: weighting.id === 'drqa' ? Math.log1p(times) : times } },
  }));
  const all = [
    { term: { part } },
    ...filters,
    ...(needed?.terms ?? []).map((term) => ({ term: { [field]: plainTerm(term) } })),
    ...(needed?.rows ?? []).map((row) => ({ match_phrase: { rows: row.trim() } })),
  ];
  const size = Math.min(count, maxHits);
  const { hits } = await ask(recordsAnswer, {
    size,
    _source: recordFields,
    query: {
      bool: {
        should,
        minimum_should_match: 1,
        filter: all,
        ...(except.size > 0 && { must_not: [{ terms: { id: [...except] } }] }),
      },
    },
    // Terms of more than half of the records may add nothing.
    min_score: leastScore,
    sort: [{ _score: 'desc' }, { number: 'asc' }],
    track_scores: true,
  });
  return hits.hits.slice(0, size);
}
