/** What the page says in English: write. */
export const writeWords = {} as const;
