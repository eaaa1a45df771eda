import { defineClaimRule } from '../../rule.ts';

/** A claim without a verdict has no evidence, in datasets that say so. */
export const needlessEvidence = defineClaimRule({
  id: 'label/needless-evidence',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  optIn: true,
  title: 'A claim that is `NOT ENOUGH INFO` has no evidence.',
  why: 'In the manner of FEVER an evidence set decides its claim. A set that decides nothing is none, and programs that read it so are misled.',
  help: 'Remove the evidence, or give the claim the label that it decides.',
  source:
    'FEVER (Thorne et al. 2018): claims that are NOT ENOUGH INFO have no evidence. FEVEROUS keeps what annotators found.',
  messages: { needless: 'The label is `NOT ENOUGH INFO`, and there {are} {count} evidence {sets}.' },
  examples: [
    {
      name: 'no verdict and no evidence',
      lines: [{ id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
    },
    {
      name: 'evidence without a verdict',
      lines: [{ id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [['A_sentence_0']] }],
      expect: ['1:61-1:79 needless'],
    },
  ],
  skip: ({ claim: { label, evidence } }) => label !== 'NOT ENOUGH INFO' || evidence.length === 0,
  *check(entry, { report }) {
    const { label, evidence } = entry.claim;
    if (label !== 'NOT ENOUGH INFO' || evidence.length === 0) return;
    const one = evidence.length === 1;
    yield report('needless', {
      data: { count: evidence.length, are: one ? 'is' : 'are', sets: one ? 'set' : 'sets' },
      place: entry.place(['evidence']),
      // In the form of another dataset an empty list may say something else.
      ...(entry.form === undefined && {
        suggestions: [
          { message: 'Remove the evidence.', edits: [{ span: entry.span(['evidence']), text: '[]' }] },
        ],
      }),
    });
  },
});
