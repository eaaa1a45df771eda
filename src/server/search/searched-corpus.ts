import type { Evidence } from '../../corpus/evidence.ts';

/** A corpus as it is searched, such as a loaded one. Another object stands for another corpus: what is opened for searching is kept by the object. */
export interface SearchedCorpus {
  readonly evidence: Evidence;
  /** All titles of a corpus that is not held in memory, in an order that is always the same. */
  readonly titles?: () => Iterable<string>;
}
