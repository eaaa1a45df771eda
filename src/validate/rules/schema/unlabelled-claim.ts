import { defineLineRule } from '../../rule.ts';
import { checkKeys, keyMessages } from '../../schema/schema-findings.ts';

/** A claim that waits for annotators has the keys and values of the schema. */
export const unlabelledClaim = defineLineRule({
  id: 'schema/unlabelled-claim',
  level: 2,
  severity: 'error',
  since: '0.6.0',
  title: 'A claim in `claims/unlabelled/` has `id` and `claim`, and neither label nor evidence.',
  why: 'Annotators are given these claims as they are. A label in this folder is one that no program would ever read.',
  help: 'Write the record like this: {"id":1,"claim":"…"}. A claim that has its label belongs into a file of `claims/`.',
  source: 'The JSON Schema of a claim without label, `schema/unlabelled-claim.schema.json`.',
  messages: keyMessages,
  examples: [
    {
      name: 'a claim that waits',
      kind: 'unlabelled',
      lines: [{ id: 1, claim: 'The number one comes first.', source: 'A_sentence_0' }],
    },
    {
      name: 'a claim that has its label',
      kind: 'unlabelled',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_sentence_0']] }],
      expect: ['1:32-1:42 wrong', '1:54-1:72 wrong'],
    },
    {
      name: 'no text',
      kind: 'unlabelled',
      lines: [{ id: 1 }],
      expect: ['1:1-1:2 missing'],
    },
  ],
  skip: ({ kind }) => kind !== 'unlabelled',
  *check(entry, { report }) {
    if (entry.kind === 'unlabelled') yield* checkKeys(entry, report);
  },
});
