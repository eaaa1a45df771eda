/** What the page says in English: label. */
export const labelWords = {} as const;
