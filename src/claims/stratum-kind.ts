/** Attributes of claims whose values splits can have in equal shares. */
export const stratumKinds = ['label', 'challenge', 'evidence', 'article', 'mutation'] as const;

export type StratumKind = (typeof stratumKinds)[number];

/** What claims are stratified by where nothing is said. */
export const defaultStratifyBy: readonly StratumKind[] = ['label'];
