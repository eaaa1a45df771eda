/** What the page says in English: checks. */
export const checksWords = {} as const;
