import { cutoffs, gainCutoffs, measureRanking, type QueryMeasures } from '../retrieval/measures.ts';
import { type RetrievalPrediction, readRanking } from '../retrieval/read-ranking.ts';
import { type RetrievalGold, readRelevance } from '../retrieval/read-relevance.ts';
import type { Figure, Scorer } from '../scorer.ts';

/** A figure that is the mean of a measure of queries. */
interface Mean {
  readonly figure: Figure;
  readonly of: (measures: QueryMeasures) => number;
  /** Whether it is the mean only over queries of which it is known what is needed together. */
  readonly needsSets: boolean;
}

const means: readonly Mean[] = [
  mean(
    'ndcgAt10',
    'nDCG@10',
    'Mean discounted gain of the first 10 documents by that of the best 10; the gain of a document is its grade, the discount log2(rank + 1).',
    ({ ndcg }) => ndcg[gainCutoffs.indexOf(10)],
  ),
  mean(
    'ndcgAt5',
    'nDCG@5',
    'Mean discounted gain of the first 5 documents by that of the best 5.',
    ({ ndcg }) => ndcg[gainCutoffs.indexOf(5)],
  ),
  mean(
    'ndcg',
    'nDCG',
    'Mean discounted gain of all documents by that of the best order of all relevant ones.',
    ({ ndcg }) => ndcg[gainCutoffs.length],
  ),
  mean(
    'mrr',
    'MRR',
    'Mean of one by the rank of the first relevant document, 0 where none was retrieved.',
    ({ reciprocalRank }) => reciprocalRank,
  ),
  mean(
    'map',
    'MAP',
    'Mean over queries of the precisions at the ranks of relevant documents, added up and divided by the number of all relevant ones.',
    ({ averagePrecision }) => averagePrecision,
  ),
  mean(
    'rPrecision',
    'R-precision',
    'Mean precision at the rank that is the number of relevant documents.',
    ({ rPrecision }) => rPrecision,
  ),
  ...cutoffs.map((k, at) =>
    mean(
      `recallAt${k}`,
      `recall@${k}`,
      `Mean share of the relevant documents that are ${among(k)}.`,
      ({ recall }) => recall[at],
    ),
  ),
  ...cutoffs.map((k, at) =>
    mean(
      `precisionAt${k}`,
      `precision@${k}`,
      `Mean number of relevant documents ${among(k)}, divided by ${k}.`,
      ({ precision }) => precision[at],
    ),
  ),
  ...cutoffs.map((k, at) =>
    mean(
      `successAt${k}`,
      `success@${k}`,
      `Share of queries with a relevant document ${among(k)}.`,
      ({ success }) => success[at],
    ),
  ),
  ...cutoffs.map((k, at) => ({
    ...mean(
      `fullEvidenceRecallAt${k}`,
      `full evidence recall@${k}`,
      `Share of claims with all of some evidence set ${among(k)}; not defined for judgements, which have no sets.`,
      ({ complete }) => complete[at],
    ),
    needsSets: true,
  })),
];

function mean(
  id: string,
  title: string,
  about: string,
  of: (measures: QueryMeasures) => number | undefined,
): Mean {
  return { figure: { id, title, about }, of: (measures) => of(measures) ?? 0, needsSets: false };
}

function among(cutoff: number): string {
  return cutoff === 1 ? 'in the first place' : `among the first ${cutoff}`;
}

/** Numbers of an outcome before the measures. */
const counts = ['claims', 'queries', 'withSets'] as const;

/** Measures of rankings as trec_eval computes them, and whether whole evidence sets were retrieved, as in the papers on FEVER. */
export const retrieval: Scorer<RetrievalGold, RetrievalPrediction> = {
  id: 'retrieval',
  title: 'Retrieval',
  url: 'https://github.com/usnistgov/trec_eval',
  about:
    'where the evidence stands in a ranking: nDCG, MRR, MAP, recall, precision and success at several ranks',
  customFor: ['qrels'],
  reads: ['qrels', 'fever', 'feverous', 'jsonl'],
  parts: [...counts, ...means.map(({ figure }) => figure.id)],
  figures: means.map(({ figure }) => figure),
  deviations: [
    'Documents are ranked by score, as trec_eval 9 does it: the rank column means nothing, scores are rounded to 32 bits, and of documents with equal scores the one whose id is last in the order of its bytes stands first.',
    'A document is relevant with a grade above 0. The gain of a document in nDCG is its grade, not a power of two.',
    'Queries without a relevant document, and claims that nothing decides, are left out and counted. trec_eval, and `--official`, count such queries with 0 for every measure.',
    'A query that the run lacks counts with 0 for every measure, as with `trec_eval -c`, and is reported. trec_eval without `-c`, and `--official`, leave it out.',
    'trec_eval stops at a document that stands twice for a query, and at lines that are no lines of a run; here the first line of the document counts, the others are findings.',
    'Figures are means of sums in the order of the gold file; pytrec_eval adds in another order, which shows in the last digits. The measures of a query are the same bits, nDCG beyond rank 1,373 but for the last one.',
    'Full evidence recall is no measure of trec_eval: it is that of the FEVER papers, a whole evidence set among the first documents.',
    'Predicted evidence without scores is a ranking in its own order, of any length: `--max-evidence` means nothing here.',
  ],
  readGold: readRelevance,
  readPrediction: readRanking,
  nothing: { label: undefined, pieces: [], ranking: [], isMissing: true },
  outcomeOf({ grades, needed }, { ranking, isMissing }, { official }) {
    const queries = official && isMissing ? 0 : 1;
    const measures = measureRanking(grades, needed ?? [], ranking);
    return [1, queries, needed === undefined ? 0 : queries, ...means.map(({ of }) => of(measures))];
  },
  figuresOf(totals) {
    const [, queries = 0, withSets = 0] = totals;
    return means.map(({ needsSets }, at) => {
      const count = needsSets ? withSets : queries;
      return count > 0 ? (totals[counts.length + at] ?? 0) / count : null;
    });
  },
  bounds: [
    {
      id: 'goldEvidence',
      title: 'with gold evidence',
      replace: ({ grades, sets }) => ({
        label: undefined,
        pieces: [...new Set(sets.flat())],
        ranking: [...grades].sort(([, a], [, b]) => b - a).map(([document]) => document),
        isMissing: false,
      }),
    },
  ],
  officialJoin: { by: 'id' },
  sameLabel: () => true,
};
