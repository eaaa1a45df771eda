/** What the page says in English: adjudicate. */
export const adjudicateWords = {} as const;
