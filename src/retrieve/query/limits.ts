/** Words of a query that are looked for: no claim has more, and each costs time. */
export const maxWords = 1000;
/** Phrases of a query, and beginnings of words in it. */
export const maxPhrases = 16;
export const maxPrefixes = 16;
/** Terms that the beginning of a word stands for: the commonest. */
export const maxExpansions = 32;
/** Records with all words of the phrases that are looked at for the phrases themselves, the best first. */
export const maxVerified = 20_000;
