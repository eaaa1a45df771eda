import type { Weighting } from './weighting.ts';

/** TF-IDF as DrQA has it. */
export interface TfIdfSettings {
  readonly id: 'drqa';
}

/**
 * The product of the two vectors of ln(1 + count) · idf, where idf = ln((N - n + 0.5) / (n + 0.5)), 0 where that is negative.
 *
 * @see Chen et al. 2017, Reading Wikipedia to Answer Open-Domain Questions, and the code published with it (`tfidf_doc_ranker.py`).
 */
export const tfIdf: Weighting = {
  queryWeight: (n, all, count) => {
    const idf = Math.max(0, Math.log((all - n + 0.5) / (n + 0.5)));
    return Math.log1p(count) * idf * idf;
  },
  normOf: undefined,
};
