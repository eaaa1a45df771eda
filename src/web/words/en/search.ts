/** What the page says in English: search. */
export const searchWords = {} as const;
