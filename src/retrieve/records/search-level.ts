/** What is found as one: an element that may be evidence, a heading with all below it, a whole article. */
export const searchLevels = ['element', 'section', 'article'] as const;

export type SearchLevel = (typeof searchLevels)[number];
