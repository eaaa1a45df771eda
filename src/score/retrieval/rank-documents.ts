import { compareUtf8 } from '../../text/compare-utf8.ts';

/** A document that was retrieved. */
export interface ScoredDocument {
  readonly document: string;
  /** No NaN. Rounded to 32 bits, as trec_eval 9 holds scores: documents that differ in later digits only are tied. */
  readonly score: number;
}

/**
 * Puts documents in the order in which trec_eval ranks them: the highest score first; of equal ones the document whose id is last in
 * the order of its bytes.
 *
 * @see https://github.com/usnistgov/trec_eval, form_res_rels.c
 */
export function rankDocuments(documents: ScoredDocument[]): void {
  documents.sort((a, b) => {
    if (a.score > b.score) return -1;
    if (a.score < b.score) return 1;
    return compareUtf8(b.document, a.document);
  });
}
