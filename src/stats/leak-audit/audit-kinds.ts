import { type LeakageKind, leakageKinds } from '../leakage.ts';

/** What can be shared between splits. An article alone says little, so that it is counted apart from its evidence. */
export const sharedKinds = [...leakageKinds, 'sharedArticle'] as const;

/** What claims can do to one another wherever they are. */
export const repetitionKinds = ['repeated', 'contradictions', 'nearContradictions'] as const;

export type SharedKind = LeakageKind | 'sharedArticle';
export type RepetitionKind = (typeof repetitionKinds)[number];
export type AuditKind = SharedKind | RepetitionKind;

/** All of them, in the order of an audit. */
export const auditKinds: readonly AuditKind[] = [...sharedKinds, ...repetitionKinds];

/** What an audit calls them. */
export const auditNames: Readonly<Record<AuditKind, string>> = {
  duplicates: 'duplicate claims',
  nearDuplicates: 'near-duplicates',
  sharedSource: 'shared sources',
  sharedEvidence: 'shared evidence',
  sharedArticle: 'shared articles',
  repeated: 'repeated claims',
  contradictions: 'contradictions',
  nearContradictions: 'near-duplicates with other labels',
};
