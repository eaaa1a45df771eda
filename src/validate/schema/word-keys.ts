import { challenges } from '../../claims/challenge.ts';
import { helpForLabel, labelOfSpelling, labels } from '../../claims/label.ts';
import { mutations } from '../../claims/mutation.ts';
import type { LineKind } from '../record-entry.ts';
import type { WordKey } from './unknown-word.ts';

export const labelKey: WordKey = {
  key: 'label',
  words: labels,
  wordOf: labelOfSpelling,
  helpFor: helpForLabel,
};
export const challengeKey: WordKey = { key: 'challenge', words: challenges };
export const mutationKey: WordKey = { key: 'mutation', words: mutations };

/** The keys of a record whose values are one of a few words. */
export function wordKeysOf(kind: LineKind): readonly WordKey[] {
  if (kind === 'claim') return [labelKey, challengeKey, mutationKey];
  return kind === 'annotation' ? [labelKey] : [];
}
