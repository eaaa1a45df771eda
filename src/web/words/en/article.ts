/** What the page says in English: article. */
export const articleWords = {} as const;
