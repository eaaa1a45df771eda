/** What the page says in English: history. */
export const historyWords = {} as const;
