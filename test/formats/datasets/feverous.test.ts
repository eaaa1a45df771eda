import { describe, expect, test } from 'vitest';
import { claimsOf, parseLines, testData, written } from './datasets.ts';

const schemaLine =
  '{"evidence":[{"content":[""],"context":{"":[""]}}],"id":"","claim":"","label":"","annotator_operations":[{"operation":"","value":"","time":""}],"challenge":""}';

testData(
  'record 0 is read with and without the line that names the keys',
  'feverous/feverous_train_first10.jsonl',
  (text) => {
    const claims = claimsOf('feverous', text);
    expect(claims).toHaveLength(10);
    for (const first of [`${schemaLine}\n`, '\uFEFF', `\uFEFF${schemaLine}\r\n`])
      expect(claimsOf('feverous', first + text)).toEqual(claims);
    const lines = text.trimEnd().split('\n');
    // However few records there are.
    for (const line of lines) expect(claimsOf('feverous', line)).toHaveLength(1);
    expect(claims.every((claim) => Array.isArray(claim.annotator_operations))).toBe(true);
    expect(parseLines(written('feverous', claims)).slice(1)).toEqual(parseLines(text));
  },
);

describe('keys of the released files', () => {
  const record = (more: object) => ({
    evidence: [{ content: ['A_cell_0_1_1'], context: { A_cell_0_1_1: ['A_title', 'A_section_4'] } }],
    id: 1,
    claim: 'C.',
    label: 'SUPPORTS',
    annotator_operations: [],
    ...more,
  });

  test.each([
    ['challenges', { expected_challenge: 'NumericalReasoning', challenge: 'Numerical Reasoning' }],
    [
      'odd operations',
      {
        annotator_operations: [
          { operation: 'Now on', value: 'undefined', time: '1.5' },
          { operation: 'start', value: null, time: 1_623_000_000.5, more: [{}] },
          'finish',
          null,
        ],
      },
    ],
  ])('%s come back equal', (_, more) => {
    const text = JSON.stringify(record(more));
    expect(parseLines(written('feverous', claimsOf('feverous', text)))[1]).toEqual(record(more));
  });
});
