import type { Profile } from './profile.ts';

/**
 * What a release is held to: each warning of the guideline, and each claim or evidence that leaks between splits, is an error.
 * Whether NOT ENOUGH INFO claims have evidence is not a question of strictness; `fever` and `feverous` answer it.
 */
export const strict: Profile = {
  id: 'strict',
  title:
    'For releases: warnings of the guideline and leaks between splits as errors, rules that are otherwise off.',
  rules: {
    'claim/confusable-characters': 'error',
    'claim/copied-evidence': 'error',
    'claim/doubled-blanks': 'error',
    'claim/hedge': 'error',
    'claim/length': 'error',
    'claim/lower-case-start': 'error',
    'claim/no-final-period': 'error',
    'claim/not-statement': 'error',
    'claim/pronoun-subject': 'error',
    'claim/several-sentences': 'error',
    'claim/surrounding-blanks': 'error',
    'claim/unbalanced': 'error',
    'claim/unsupported-number': 'error',
    'claim/vague-quantifier': 'error',
    'dataset/duplicate-claim': 'error',
    'dataset/near-duplicate-across-splits': 'error',
    'dataset/shared-evidence-across-splits': 'error',
    'evidence/cell-without-header': 'error',
    'evidence/changed-text': 'error',
    'evidence/duplicate-set': 'error',
    'evidence/repeated-id': 'error',
    'evidence/repeated-row': 'error',
    'evidence/several-articles': 'info',
    'evidence/superset-set': 'error',
    'evidence/too-many-ids': 'error',
    'evidence/too-many-sets': 'error',
    'label/tie': 'error',
  },
};
