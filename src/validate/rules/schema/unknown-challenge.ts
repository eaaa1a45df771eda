import { defineLineRule } from '../../rule.ts';
import { checkWord, unknownWord } from '../../schema/unknown-word.ts';
import { challengeKey } from '../../schema/word-keys.ts';

/** The challenge is one of the six of FEVEROUS. */
export const unknownChallenge = defineLineRule({
  id: 'schema/unknown-challenge',
  level: 2,
  severity: 'error',
  since: '0.1.0',
  title: 'The challenge is one of the six of FEVEROUS.',
  why: 'Results are reported challenge by challenge: another spelling makes a class of its own.',
  help: 'Use {words}.',
  source: 'FEVEROUS (Aly et al. 2021), as its data spell the challenges.',
  messages: {
    unknown: 'The challenge {found} is none of the six of FEVEROUS.',
    spelling: 'The challenge {found} must be written `{certain}`.',
  },
  examples: [
    {
      name: 'a challenge',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
          challenge: 'Other',
        },
      ],
    },
    {
      name: 'other case and punctuation',
      lines: [
        { id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [], challenge: 'multi_hop reasoning' },
      ],
      expect: ['1:76-1:97 spelling'],
    },
    {
      name: 'a slip of the pen',
      lines: [
        { id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [], challenge: 'Numeric Reasoning' },
      ],
      expect: ['1:76-1:95 unknown'],
    },
  ],
  skip: ({ kind, json }) => kind !== 'claim' || unknownWord(json, challengeKey) === undefined,
  check: (entry, { report }) => (entry.kind === 'claim' ? checkWord(entry, challengeKey, report) : []),
});
