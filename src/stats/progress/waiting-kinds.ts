/** Why a claim waits for who adjudicates; `dataset` where annotators agree on another label than the dataset has. */
export const waitingKinds = ['label', 'evidence', 'skipped', 'flagged', 'dataset', 'verdict'] as const;

export type WaitingKind = (typeof waitingKinds)[number];
