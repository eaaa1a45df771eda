import { defineLineRule } from '../../rule.ts';
import { checkWord, unknownWord } from '../../schema/unknown-word.ts';
import { labelKey } from '../../schema/word-keys.ts';

/** The label is one of the three of FEVER. */
export const unknownLabel = defineLineRule({
  id: 'schema/unknown-label',
  level: 2,
  severity: 'error',
  since: '0.1.0',
  title: 'The label is one of `SUPPORTS`, `REFUTES` and `NOT ENOUGH INFO`.',
  why: 'Scorers compare labels as text: another spelling counts as a wrong answer.',
  help: 'Use {words}.',
  source:
    'FEVER (Thorne et al. 2018). Its scorer compares labels without regard to case, but knows no other spellings.',
  messages: {
    unknown: 'The label {found} is none of {words}.',
    spelling: 'The label {found} must be written `{certain}`.',
  },
  examples: [
    {
      name: 'a label',
      lines: [{ id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
    },
    {
      name: 'the spelling of another dataset',
      lines: [{ id: 1, claim: 'One.', label: 'NotEnoughInfo', evidence: [] }],
      expect: ['1:32-1:47 spelling'],
    },
    {
      name: 'a slip of the pen',
      lines: [{ id: 1, claim: 'One.', label: 'SUPORTS', evidence: [['A_sentence_0']] }],
      expect: ['1:32-1:41 unknown'],
    },
    {
      name: 'a label without a class in FEVER',
      lines: [{ id: 1, claim: 'One.', label: 'DISPUTED', evidence: [['A_sentence_0']] }],
      expect: ['1:32-1:42 unknown'],
    },
    {
      name: 'a label that two classes of FEVER share',
      lines: [{ id: 1, claim: 'One.', label: 'NOT_SUPPORTED', evidence: [['A_sentence_0']] }],
      expect: ['1:32-1:47 unknown'],
    },
  ],
  skip: ({ json }) => unknownWord(json, labelKey) === undefined,
  check: (entry, { report }) => checkWord(entry, labelKey, report),
});
