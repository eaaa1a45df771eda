/** What the page says in English: shell. */
export const shellWords = {} as const;
