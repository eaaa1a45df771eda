import { Saturation } from '../index/saturation.ts';
import type { TextIndex } from '../index/text-index.ts';
import type { Weighting } from '../weighting/weighting.ts';
import { BestDocuments } from './best-documents.ts';
import type { Found, TermSearch } from './found.ts';
import { queryTermsOf } from './query-terms.ts';
import { rounded } from './rounded.ts';

/**
 * The best documents, the best first, of equal ones that which was added first; those whose score is 0 or below are not found. Computes the score of every
 * document with a term of the query: what {@link MaxScore} must give, and what it is measured against.
 */
export function searchExhaustively(
  index: TextIndex,
  weighting: Weighting,
  { terms, count, ranges = [[0, index.size]], accepts }: TermSearch,
): Found[] {
  const { documents, offsets } = index.columns;
  const saturation = new Saturation(index, weighting);
  const scores = new Float64Array(index.size);
  for (const { term, weight } of queryTermsOf(index, weighting, terms)) {
    for (let posting = offsets[term] as number; posting < (offsets[term + 1] as number); posting++) {
      (scores[documents[posting] as number] as number) += rounded(weight * saturation.of(posting));
    }
  }
  const best = new BestDocuments(count);
  for (const [from, to] of ranges) {
    for (let document = from; document < to; document++) {
      const score = scores[document] as number;
      if (score > best.least && (accepts === undefined || accepts(document))) best.offer(document, score);
    }
  }
  return best.ranked();
}
