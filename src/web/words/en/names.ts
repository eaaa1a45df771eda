import type { Label } from '../../../claims/label.ts';
import type { SkipReason } from '../../../claims/skip-reason.ts';

const labels: Readonly<Record<Label, string>> = {
  SUPPORTS: 'Supports',
  REFUTES: 'Refutes',
  'NOT ENOUGH INFO': 'Not enough info',
};

const skipReasons: Readonly<Record<SkipReason, string>> = {
  'not-verifiable': 'Not verifiable',
  ambiguous: 'Ambiguous',
  'broken-claim': 'Typo or broken claim',
  'page-missing': 'Article missing or wrong',
  'outside-knowledge': 'Needs outside knowledge',
  'prefer-not': 'Rather not',
  other: 'Something else',
};

/** What things are called in English, on whichever page. */
export const nameWords = { labels, skipReasons } as const;
