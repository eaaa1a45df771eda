import type { DocumentKey } from './document-key.ts';

/** Ranks at which measures with a cutoff are taken. */
export const cutoffs = [1, 3, 5, 10, 20, 100] as const;

/** Ranks at which nDCG is taken, besides the whole ranking. */
export const gainCutoffs = [5, 10] as const;

/** A relevant document that was retrieved. */
interface Hit {
  /** From 1. */
  readonly rank: number;
  readonly grade: number;
}

/** How well one query was answered. */
export interface QueryMeasures {
  /** For each of {@link cutoffs}: share of the relevant documents that are among the first. */
  readonly recall: readonly number[];
  /** For each of {@link cutoffs}: relevant ones among the first by the cutoff, however few were retrieved. */
  readonly precision: readonly number[];
  /** For each of {@link cutoffs}: 1 where a relevant one is among the first. */
  readonly success: readonly number[];
  /** For each of {@link cutoffs}: 1 where all of some evidence set are among the first. */
  readonly complete: readonly number[];
  /** One by the rank of the first relevant document; 0 where none was retrieved. */
  readonly reciprocalRank: number;
  /** Sum of the precisions at the ranks of relevant documents, by the number of all relevant ones. */
  readonly averagePrecision: number;
  /** Precision at the rank that is the number of relevant documents. */
  readonly rPrecision: number;
  /** For each of {@link gainCutoffs}, then for the whole ranking. */
  readonly ndcg: readonly number[];
}

/**
 * The measures of trec_eval 9: `recall`, `P`, `success`, `recip_rank`, `map`, `Rprec`, `ndcg_cut` and `ndcg`, and how soon a complete
 * evidence set was retrieved. All are 0 where nothing is relevant. Linear in the ranking.
 *
 * nDCG has the grades themselves as gains, each divided by log2(rank + 1), and is compared with the best order of all relevant
 * documents (Järvelin and Kekäläinen 2002). The sums are made in the order of ranks, as there: the same bits, as long as log2 is rounded
 * alike, which it is up to rank 1,373.
 *
 * @param grades of the relevant documents, above 0
 * @param sets of relevant documents that are needed together; any one suffices
 * @param ranking best first, each document once
 * @see https://github.com/usnistgov/trec_eval, m_recall.c, m_P.c, m_success.c, m_recip_rank.c, m_map.c, m_Rprec.c, m_ndcg.c
 */
export function measureRanking(
  grades: ReadonlyMap<DocumentKey, number>,
  sets: readonly (readonly DocumentKey[])[],
  ranking: readonly DocumentKey[],
): QueryMeasures {
  const hits: Hit[] = [];
  const rankOf = new Map<DocumentKey, number>();
  for (let at = 0; at < ranking.length && hits.length < grades.size; at++) {
    const document = ranking[at] as DocumentKey;
    const grade = grades.get(document);
    if (grade === undefined) continue;
    hits.push({ rank: at + 1, grade });
    rankOf.set(document, at + 1);
  }
  const relevant = grades.size;
  const share = (count: number): number => (relevant === 0 ? 0 : count / relevant);
  const among = cutoffs.map((cutoff) => countWithin(hits, cutoff));
  const completeRank = rankOfCompleteSet(sets, rankOf);
  return {
    recall: among.map(share),
    precision: among.map((count, at) => count / (cutoffs[at] as number)),
    success: among.map((count) => (count > 0 ? 1 : 0)),
    complete: cutoffs.map((cutoff) => (completeRank <= cutoff ? 1 : 0)),
    reciprocalRank: hits[0] === undefined ? 0 : 1 / hits[0].rank,
    averagePrecision: share(hits.reduce((sum, { rank }, before) => sum + (before + 1) / rank, 0)),
    rPrecision: share(countWithin(hits, relevant)),
    ndcg: gainsOf(hits, grades),
  };
}

function countWithin(hits: readonly Hit[], cutoff: number): number {
  let count = 0;
  for (const { rank } of hits) {
    if (rank > cutoff) break;
    count += 1;
  }
  return count;
}

/** The rank at which the first set is complete; infinite where none is. */
function rankOfCompleteSet(
  sets: readonly (readonly DocumentKey[])[],
  rankOf: ReadonlyMap<DocumentKey, number>,
): number {
  let first = Number.POSITIVE_INFINITY;
  for (const set of sets) {
    let last = 0;
    for (const document of set) last = Math.max(last, rankOf.get(document) ?? Number.POSITIVE_INFINITY);
    first = Math.min(first, last);
  }
  return first;
}

function gainsOf(hits: readonly Hit[], grades: ReadonlyMap<DocumentKey, number>): number[] {
  const best = [...grades.values()].sort((a, b) => b - a).map((grade, at): Hit => ({ rank: at + 1, grade }));
  return [...gainCutoffs, Number.POSITIVE_INFINITY].map((cutoff) => {
    const ideal = gainWithin(best, cutoff);
    return ideal > 0 ? gainWithin(hits, cutoff) / ideal : 0;
  });
}

function gainWithin(hits: readonly Hit[], cutoff: number): number {
  let gain = 0;
  for (const { rank, grade } of hits) {
    if (rank > cutoff) break;
    gain += grade / Math.log2(rank + 1);
  }
  return gain;
}
