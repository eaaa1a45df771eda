import type { Weighting } from './weighting.ts';

/** Who defined the weight of rare terms. */
export const bm25Variants = ['lucene', 'robertson', 'atire'] as const;

export type Bm25Variant = (typeof bm25Variants)[number];

/** What BM25 depends on. */
export interface Bm25Settings {
  readonly id: Bm25Variant;
  /** How soon another occurrence of a term adds nothing, from 0 on. */
  readonly k1: number;
  /** How much a long document's terms count for less, from 0 to 1. */
  readonly b: number;
}

/** As Lucene has it. */
export const defaultBm25: Bm25Settings = { id: 'lucene', k1: 1.2, b: 0.75 };

/**
 * BM25: idf · f / (f + k1 (1 - b + b · length / mean length)), f times the term is in the document. Of N documents n have the term; its idf is
 * ln(1 + (N - n + 0.5) / (n + 0.5)) for `lucene`, ln((N - n + 0.5) / (n + 0.5)) for `robertson`, which is negative for a term of more than half of the
 * documents, and (k1 + 1) ln(N / n) for `atire`.
 *
 * @see Robertson et al. 1994, Okapi at TREC-3; Kamphuis et al. 2020, Which BM25 Do You Mean?, table 1. Lengths are exact, not rounded as in Lucene's files.
 */
export function bm25({ id, k1, b }: Bm25Settings): Weighting {
  const idf: Record<Bm25Variant, (n: number, all: number) => number> = {
    lucene: (n, all) => Math.log(1 + (all - n + 0.5) / (n + 0.5)),
    robertson: (n, all) => Math.log((all - n + 0.5) / (n + 0.5)),
    atire: (n, all) => (k1 + 1) * Math.log(all / n),
  };
  return {
    queryWeight: (n, all, count) => count * idf[id](n, all),
    normOf: (length, mean) => k1 * (1 - b + (b * length) / mean),
  };
}
