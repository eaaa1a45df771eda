import { formatNumber } from '../../reporters/count-words.ts';
import type { sharedKinds } from './audit-kinds.ts';
import type { LeakAudit } from './leak-audit.ts';

/** What a column of things shared is called. */
export const columnNames: Readonly<Record<(typeof sharedKinds)[number], string>> = {
  duplicates: 'duplicates',
  nearDuplicates: 'near-duplicates',
  sharedSource: 'shared source',
  sharedEvidence: 'shared evidence',
  sharedArticle: 'shared article',
};

/** Said in place of a table where there is only one split, or none. */
export const noTwoSplits =
  'There are no two splits that could share anything: only repetitions were looked for. Name several files, or divide the dataset with `claimset split`.';

/** How near-duplicates were looked for. */
export function measureWords({ nearDuplicate: { threshold, shingles, minHash } }: LeakAudit): string {
  const { unit, n } = shingles;
  const of = n === 1 ? unit : `runs of ${n} ${unit}`;
  const how =
    minHash === null
      ? ''
      : `, looked for by MinHash (${minHash.bands} bands of ${minHash.rows}, seed ${minHash.seed})`;
  return `Jaccard similarity of their ${of} at least ${threshold}${how}`;
}

/** A budget in words. */
export function allowedWords(allowed: number | null): string {
  return allowed === null ? 'any' : formatNumber(allowed);
}
