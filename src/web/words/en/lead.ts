/** What the page says in English: lead. */
export const leadWords = {} as const;
