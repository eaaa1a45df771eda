import { defineLineRule } from '../../rule.ts';
import { explainTime } from '../../schema/explain-time.ts';
import { checkRecord, schemaMessages } from '../../schema/schema-findings.ts';

/** An annotation has the keys and values of the schema. */
export const annotation = defineLineRule({
  id: 'schema/annotation',
  level: 2,
  severity: 'error',
  since: '0.1.0',
  title: 'An annotation has `claim`, `annotator`, `label`, `evidence` and `at`, each of the right type.',
  why: 'Agreement is computed from these values; a record of another form would be left out without a word.',
  help: 'Write the record like this: {"claim":1,"annotator":"ann","label":"SUPPORTS","evidence":[["A title_sentence_0"]],"at":"2025-01-31T12:00:00Z"}.',
  source: 'The JSON Schema of an annotation, `schema/annotation.schema.json`.',
  messages: { ...schemaMessages, time: '`at` is not a date and time with a time zone: {problem}.' },
  examples: [
    {
      name: 'all that an annotation needs',
      kind: 'annotation',
      lines: [
        {
          claim: 1,
          annotator: 'ann',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
          at: '2025-01-31T12:00:00Z',
        },
      ],
    },
    {
      name: 'no annotator',
      kind: 'annotation',
      lines: [{ claim: 1, label: 'NOT ENOUGH INFO', evidence: [], at: '2025-01-31T12:00:00Z' }],
      expect: ['1:1-1:2 missing'],
    },
    {
      name: 'a time without a time zone',
      kind: 'annotation',
      lines: [
        { claim: 1, annotator: 'ann', label: 'NOT ENOUGH INFO', evidence: [], at: '2025-01-31T12:00:00' },
      ],
      expect: ['1:75-1:96 time'],
    },
    {
      name: 'a month that is none',
      kind: 'annotation',
      lines: [
        { claim: 1, annotator: 'ann', label: 'NOT ENOUGH INFO', evidence: [], at: '2025-13-31T12:00:00Z' },
      ],
      expect: ['1:75-1:97 time'],
    },
    {
      name: 'a duration below zero',
      kind: 'annotation',
      lines: [
        {
          claim: 1,
          annotator: 'ann',
          label: 'NOT ENOUGH INFO',
          evidence: [],
          at: '2025-01-31T12:00:00Z',
          seconds: -1,
        },
      ],
      expect: ['1:108-1:110 wrong'],
    },
    {
      name: 'an evidence set without ids',
      kind: 'annotation',
      lines: [
        { claim: 1, annotator: 'ann', label: 'NOT ENOUGH INFO', evidence: [[]], at: '2025-01-31T12:00:00Z' },
      ],
      expect: ['1:68-1:70 emptySet'],
    },
    {
      name: 'ids that stand in no evidence set',
      kind: 'annotation',
      lines: [
        {
          claim: 1,
          annotator: 'ann',
          label: 'SUPPORTS',
          evidence: ['A_sentence_0'],
          at: '2025-01-31T12:00:00Z',
        },
      ],
      expect: ['1:60-1:76 flatEvidence'],
    },
    {
      name: 'predicted evidence of FEVER',
      kind: 'annotation',
      lines: [
        {
          claim: 1,
          annotator: 'ann',
          label: 'SUPPORTS',
          evidence: [['A', 0]],
          at: '2025-01-31T12:00:00Z',
        },
      ],
      expect: ['1:60-1:69 foreignEvidence'],
    },
  ],
  skip: ({ kind }) => kind !== 'annotation',
  *check(entry, { report }) {
    if (entry.kind !== 'annotation') return;
    yield* checkRecord(entry, report, (path, value) => {
      const isTime = path.length === 1 && path[0] === 'at';
      if (!isTime || !(typeof value === 'string' || typeof value === 'number')) return undefined;
      const { problem, help, meant, isGuess = false } = explainTime(value);
      const written = JSON.stringify(meant);
      return report('time', {
        data: { problem },
        place: entry.place(path),
        help: help ?? `Write the time as ISO 8601 does, such as ${written ?? '"2025-01-31T12:00:00Z"'}.`,
        ...(written !== undefined && {
          suggestions: [
            {
              message: isGuess ? `Replace it by ${written} if that is right.` : `Replace it by ${written}.`,
              edits: [{ span: entry.span(path), text: written }],
            },
          ],
        }),
      });
    });
  },
});
