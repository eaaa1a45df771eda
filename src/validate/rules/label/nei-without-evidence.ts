import { defineClaimRule } from '../../rule.ts';

/** A claim without a verdict has what was consulted as evidence, in datasets that say so. */
export const neiWithoutEvidence = defineClaimRule({
  id: 'label/nei-without-evidence',
  level: 4,
  severity: 'error',
  since: '0.2.0',
  optIn: true,
  title: 'A claim that is `NOT ENOUGH INFO` has the evidence that was consulted.',
  why: 'In the manner of FEVEROUS a prediction counts only with a whole evidence set, whatever the label: no system can score on the claim.',
  help: 'Add what annotators read before they decided that it is not enough.',
  source:
    'The FEVEROUS scorer asks for an evidence set of claims that are NOT ENOUGH INFO too; its annotators submit what they found.',
  messages: { none: 'The label is `NOT ENOUGH INFO`, and no evidence says what was consulted.' },
  examples: [
    {
      name: 'no verdict, with what was found',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'NOT ENOUGH INFO',
          evidence: [['A_sentence_0']],
        },
      ],
    },
    {
      name: 'no verdict, and nothing consulted',
      lines: [{ id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:61-1:63 none'],
    },
  ],
  skip: ({ claim: { label, evidence } }) => label !== 'NOT ENOUGH INFO' || evidence.length > 0,
  *check(entry, { report }) {
    const { label, evidence } = entry.claim;
    if (label !== 'NOT ENOUGH INFO' || evidence.length > 0) return;
    yield report('none', { place: entry.place(['evidence']) });
  },
});
