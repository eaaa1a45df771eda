import { plainQuery } from '../../query/parsed-query.ts';
import type { Sampler } from '../candidate.ts';
import { rankedHits } from '../ranked-hits.ts';

/** The records that a search for the words of the claim finds first. Ranks are those among all records, evidence of the claim too. */
export const hard: Sampler = async function* ({ claim, count, kinds }, { elements }) {
  if (elements === undefined) return;
  const request = { query: plainQuery(claim.claim), level: 'element' as const, kinds };
  for await (const { hit, rank } of rankedHits(elements, request, count + 16))
    yield [{ record: hit, rank, score: hit.score }];
};
