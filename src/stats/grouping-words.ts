import { defaultGroupBy, type GroupKind } from '../claims/group-kind.ts';

const nouns: Readonly<Record<GroupKind, string>> = {
  'near-duplicate': 'most of their words',
  source: 'a source',
  evidence: 'evidence',
  section: 'a section of an article',
  article: 'an article',
  annotator: 'an annotator',
};
/** In which they are named. */
const order: readonly GroupKind[] = [
  'evidence',
  'section',
  'article',
  'annotator',
  'source',
  'near-duplicate',
];

/** What claims of the same split share, a sentence. */
export function groupingWords(groupBy: readonly GroupKind[] = defaultGroupBy): string {
  return `Claims that ${sharingWords(groupBy)} are in the same split.`;
}

/** What claims do that are kept together, such as `share evidence or a source`. */
export function sharingWords(groupBy: readonly GroupKind[]): string {
  const shared = order.filter((kind) => groupBy.includes(kind)).map((kind) => nouns[kind]);
  const last = shared.pop();
  if (last === undefined) return 'are the same';
  return `share ${shared.length === 0 ? last : `${shared.join(', ')} or ${last}`}`;
}
