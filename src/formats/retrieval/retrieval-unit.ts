/**
 * What a document of a retrieval corpus is: `sentence` each element that can be evidence (a sentence, cell, header cell, list item
 * or caption), `page` a whole article.
 */
export const retrievalUnits = ['sentence', 'page'] as const;

export type RetrievalUnit = (typeof retrievalUnits)[number];
