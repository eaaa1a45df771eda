/** What the page says in English: guidelines. */
export const guidelinesWords = {} as const;
