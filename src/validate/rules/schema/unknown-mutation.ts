import { defineLineRule } from '../../rule.ts';
import { checkWord, unknownWord } from '../../schema/unknown-word.ts';
import { mutationKey } from '../../schema/word-keys.ts';

/** The mutation is one of the six of FEVER. */
export const unknownMutation = defineLineRule({
  id: 'schema/unknown-mutation',
  level: 2,
  severity: 'error',
  since: '0.1.0',
  title: 'The mutation is one of the six of FEVER.',
  why: 'Results are reported mutation by mutation: another spelling makes a class of its own.',
  help: 'Use {words}.',
  source: 'FEVER (Thorne et al. 2018), as its annotation tool names the mutations.',
  messages: {
    unknown: 'The mutation {found} is none of the six of FEVER.',
    spelling: 'The mutation {found} must be written `{certain}`.',
  },
  examples: [
    {
      name: 'a mutation',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
          mutation: 'negate',
        },
      ],
    },
    {
      name: 'other case and punctuation',
      lines: [
        { id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [], mutation: 'Substitute-similar' },
      ],
      expect: ['1:75-1:95 spelling'],
    },
    {
      name: 'another form of the word',
      lines: [{ id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [], mutation: 'negated' }],
      expect: ['1:75-1:84 unknown'],
    },
  ],
  skip: ({ kind, json }) => kind !== 'claim' || unknownWord(json, mutationKey) === undefined,
  check: (entry, { report }) => (entry.kind === 'claim' ? checkWord(entry, mutationKey, report) : []),
});
