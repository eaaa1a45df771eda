/** What users of queries, documents and judgements must know, whatever the files are. */
export const retrievalNotes: readonly string[] = [
  'A document is an element that can be evidence (sentence, cell, header cell, list item, caption) with its evidence id, or a whole article with its title (`--unit page`). The text of a cell has title, heading and headers before it: `[title; section; headers] text`; with the style `context` all texts have.',
  'A query is a claim. The ids of queries and documents have no white space, no quotation mark and no `%`: these are percent escapes of UTF-8, and half a surrogate pair is `%u` with four digits. An id that is a number is its digits; the first character of a text that looks like one is escaped, so that 7 and "7" stay two queries. Ids of documents are spelt as the corpus spells them, in judgements too.',
  'Every document of an evidence set is relevant with score 1: no set is better than another. Which documents are needed together is not for judgements to say.',
  'Claims that nothing decides have no relevant document, even where related evidence is noted, and are left out. A split of which nothing is left is not written.',
];
