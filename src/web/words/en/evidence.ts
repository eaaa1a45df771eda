/** What the page says in English: evidence. */
export const evidenceWords = {} as const;
