import type { RuleMeta } from '../diagnostic/rule-meta.ts';

/** What scoring finds wrong with gold and predictions. Scores are given all the same, of what can be scored. */
export const scoreRules = {
  prediction: {
    id: 'score/prediction',
    level: 2,
    severity: 'error',
    since: '0.4.0',
    title: 'A prediction has a label and evidence that can be compared.',
    why: 'What cannot be compared can never be right: it counts as a miss, which may be a fault of the file and not of the system.',
    help: 'Give each prediction `predicted_label`, and `predicted_evidence` as a list of evidence ids or of what the dataset has for them.',
    source: 'The official scorers, which stop at most of these faults, and only where the label is right.',
    messages: {
      noLabel: 'The prediction has no label.',
      label: 'The predicted label is no text, but {found}.',
      noEvidence: 'The prediction has no evidence, not even an empty list.',
      evidence: 'The predicted evidence is no list, but {found}.',
      piece:
        'This piece of predicted evidence is {found}, which no gold evidence equals; expected {expected}.',
      probabilities: 'The probabilities are {found}; expected one from 0 to 1 for each label.',
    },
  },
  gold: {
    id: 'score/gold',
    level: 2,
    severity: 'error',
    since: '0.4.0',
    title: 'A gold record has a label and evidence sets.',
    why: 'A claim without them has no right answer: it is left out of the score.',
    help: 'Check the gold file with `claimset validate`.',
    source: 'The official scorers, which stop at most of these faults.',
    messages: {
      noLabel: 'The gold record has no label.',
      label: 'The gold label is no text, but {found}.',
      noEvidence: 'The gold record has no evidence, not even an empty list.',
      evidence: 'The gold evidence is {found}; expected {expected}.',
      otherForm: 'The gold record is not of {form}.',
    },
  },
} as const satisfies Record<string, RuleMeta>;
