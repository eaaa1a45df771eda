import { defineLineRule } from '../../rule.ts';
import { checkKeys, keyMessages } from '../../schema/schema-findings.ts';

const done = { claim: 1, annotator: 'ann', at: '2025-01-31T12:00:00Z' };

/** An event of a journal has the keys and values of the schema. */
export const journalEvent = defineLineRule({
  id: 'schema/journal-event',
  level: 2,
  severity: 'error',
  since: '0.6.0',
  title:
    'A line of a journal with the key `event` is one of the events that claimset knows, with what belongs to it.',
  why: 'Who is to annotate what, and what stands of what was said, is told from these lines; one of another form would count for nothing.',
  help: 'The annotation page writes these lines. Undo the change that was made to the line, or remove it.',
  source: 'The JSON Schema of an event, `schema/journal-event.schema.json`.',
  messages: keyMessages,
  examples: [
    {
      name: 'a claim that was skipped, and an answer that was taken back',
      kind: 'annotation',
      lines: [
        { event: 'skip', reason: 'ambiguous', ...done },
        { event: 'withdraw', what: 'annotation', ...done },
      ],
    },
    {
      name: 'an event that nobody knows',
      kind: 'annotation',
      lines: [{ event: 'sleep', ...done }],
      expect: ['1:10-1:17 wrong'],
    },
    {
      name: 'a skip without a reason',
      kind: 'annotation',
      lines: [{ event: 'skip', ...done }],
      expect: ['1:1-1:2 missing'],
    },
    {
      name: 'a reason that nobody knows',
      kind: 'annotation',
      lines: [{ event: 'skip', reason: 'tired', ...done }],
      expect: ['1:26-1:33 wrong'],
    },
  ],
  skip: ({ kind }) => kind !== 'event',
  *check(entry, { report }) {
    if (entry.kind === 'event') yield* checkKeys(entry, report);
  },
});
