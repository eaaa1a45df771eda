/** What may be asked of a format besides to be written, as `FormatContext` has it: each format says which of them it heeds. */
export const formatOptions = ['evidenceStyle', 'negatives', 'retrievalUnit', 'seed'] as const;

export type FormatOption = (typeof formatOptions)[number];
