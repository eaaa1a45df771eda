import { evidenceSetsOf, statementOf } from '../../evidence/evidence-of.ts';
import { defineRecordRule } from '../../rule.ts';

/** A verdict has evidence. */
export const withoutEvidence = defineRecordRule({
  id: 'label/without-evidence',
  level: 4,
  severity: 'error',
  since: '0.1.0',
  title: 'A claim that is supported or refuted has evidence.',
  why: 'Nobody can check the verdict, and no system can score on the claim: there is no set it could find.',
  help: 'Add the evidence, or label the claim `NOT ENOUGH INFO`.',
  source:
    'The FEVER scorer never counts a claim without evidence sets as right unless its label is NOT ENOUGH INFO.',
  messages: { none: 'The label is `{label}`, but there is no evidence.' },
  examples: [
    {
      name: 'a verdict with evidence',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'REFUTES', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'no verdict, with and without what was found',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] },
        {
          id: 2,
          claim: 'The number two comes second.',
          label: 'NOT ENOUGH INFO',
          evidence: [['A_sentence_0']],
        },
      ],
    },
    {
      name: 'a verdict without evidence',
      lines: [{ id: 1, claim: 'One.', label: 'REFUTES', evidence: [] }],
      expect: ['1:53-1:55 none'],
    },
  ],
  skip: (entry) => evidenceSetsOf(entry).length > 0 || statementOf(entry).label === 'NOT ENOUGH INFO',
  *check(entry, { report }) {
    const { label } = statementOf(entry);
    if (label === 'NOT ENOUGH INFO' || evidenceSetsOf(entry).length > 0) return;
    yield report('none', { data: { label }, place: entry.place(['evidence']) });
  },
});
