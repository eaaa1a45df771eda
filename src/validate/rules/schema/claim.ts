import { isSchemaLine } from '../../../claims/schema-line.ts';
import { defineLineRule } from '../../rule.ts';
import { checkRecord, schemaMessages } from '../../schema/schema-findings.ts';

/** A claim has the keys and values of the schema. */
export const claim = defineLineRule({
  id: 'schema/claim',
  level: 2,
  severity: 'error',
  since: '0.1.0',
  title: 'A claim has `id`, `claim`, `label` and `evidence`, each of the right type.',
  why: 'A record of another form means something else to each program that reads it, or stops it.',
  help: 'Write the record like this: {"id":1,"claim":"…","label":"SUPPORTS","evidence":[["A title_sentence_0"]]}.',
  source: 'The JSON Schema of a claim, `schema/claim.schema.json`.',
  messages: {
    ...schemaMessages,
    schemaLine: 'The line is the schema line of a FEVEROUS file, no claim.',
  },
  examples: [
    {
      name: 'all that a claim needs',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'no evidence, and a key of its own',
      lines: [
        {
          id: 'a',
          claim: 'The number one comes first.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
          note: 'kept',
        },
      ],
    },
    {
      name: 'no label',
      lines: [{ id: 1, claim: 'One.', evidence: [] }],
      expect: ['1:1-1:2 missing'],
    },
    {
      name: 'a key that is misspelt',
      lines: [{ id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidense: [] }],
      expect: ['1:1-1:2 missing'],
    },
    {
      name: 'values of the wrong type',
      lines: [{ id: 1.5, claim: '', label: 'SUPPORTS', evidence: [['A_sentence_0', 7]], split: 'a split' }],
      expect: ['1:7-1:10 wrong', '1:19-1:21 wrong', '1:69-1:70 wrong', '1:81-1:90 wrong'],
    },
    {
      name: 'ids that stand in no evidence set',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: ['A_sentence_0', 'A_sentence_1'] }],
      expect: ['1:54-1:85 flatEvidence'],
    },
    {
      name: 'an evidence set without ids',
      lines: [{ id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [[]] }],
      expect: ['1:62-1:64 emptySet'],
    },
    {
      name: 'the evidence of FEVER',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [[[92206, 104971, 'A', 0]]] }],
      expect: ['1:54-1:78 foreignEvidence'],
    },
    {
      name: 'the predicted evidence of FEVEROUS',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A', 'sentence', 0]] }],
      expect: ['1:54-1:74 foreignEvidence'],
    },
    {
      name: 'the evidence of FEVEROUS',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [{ content: ['A_sentence_0'], context: { A_sentence_0: ['A_title'] } }],
        },
      ],
      expect: ['1:54-1:123 foreignEvidence'],
    },
    {
      name: 'the evidence of SciFact',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: { 4983: [{ sentences: [0], label: 'SUPPORT' }] },
        },
      ],
      expect: ['1:54-1:100 foreignEvidence'],
    },
    {
      name: 'a fingerprint that is none',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
          fingerprints: { A_sentence_0: 'One is a number.' },
        },
      ],
      expect: ['1:104-1:122 wrong'],
    },
    {
      name: 'the first line of a FEVEROUS file',
      lines: [{ id: '', label: '', claim: '', evidence: '', annotator_operations: '', challenge: '' }],
      expect: ['1:1-1:87 schemaLine'],
    },
  ],
  skip: ({ kind }) => kind !== 'claim',
  *check(entry, { report }) {
    if (entry.kind !== 'claim') return;
    if (!isSchemaLine(entry.json)) {
      yield* checkRecord(entry, report);
      return;
    }
    const { offset, text, end } = entry.line;
    yield report('schemaLine', {
      place: entry.place([]),
      help: 'Delete the line: only FEVEROUS files have one.',
      suggestions: [
        {
          message: 'Delete the line.',
          edits: [{ span: { start: offset, end: offset + text.length + end.length }, text: '' }],
        },
      ],
    });
  },
});
