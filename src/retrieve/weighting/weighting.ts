/** How much a term counts in a document: its weight in the query times a saturation, which grows with how often the document has it. */
export interface Weighting {
  /** Of a term that `documentFrequency` of `documents` have and that stands `count` times in the query. Not above 0: the term finds nothing by itself. */
  readonly queryWeight: (documentFrequency: number, documents: number, count: number) => number;
  /** What is added to the term's count by the length of a document, for count / (count + norm); `undefined`: ln(1 + count) instead. */
  readonly normOf: ((length: number, meanLength: number) => number) | undefined;
}
