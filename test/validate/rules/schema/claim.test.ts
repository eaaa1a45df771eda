import { expect, test } from 'vitest';
import { annotation } from '../../../../src/validate/rules/schema/annotation.ts';
import { claim } from '../../../../src/validate/rules/schema/claim.ts';
import { validateText } from '../../run-example.ts';

const record = { id: 1, claim: 'One.', label: 'SUPPORTS' };
const findingsOf = (changes: object) =>
  validateText(JSON.stringify({ ...record, ...changes }), { rules: [claim] });

test.each([
  ['fever', [[[92206, 104971, 'A', 0]]], '`claimset import fever`'],
  ['fever', [[92206, 104971, 'A', 0]], '`claimset import fever`'],
  ['feverous', [{ content: ['A_sentence_0'], context: {} }], '`claimset import feverous`'],
  ['scifact', { '4983': [{ sentences: [0], label: 'SUPPORT' }] }, 'write each element'],
])('evidence in the form of %s is checked and read elsewhere', (form, evidence, more) => {
  const [finding, ...others] = findingsOf({ evidence });
  expect(others).toEqual([]);
  expect(finding?.messageId).toBe('foreignEvidence');
  expect(finding?.help).toContain(`\`claimset validate --format ${form}\``);
  expect(finding?.help).toContain(more);
});

test.each([
  ['predictions of FEVER', [['A', 0]]],
  ['predictions of FEVEROUS', [['A', 'sentence', 0]]],
])('%s have no form to be checked in', (_, evidence) => {
  expect(findingsOf({ evidence })[0]?.help).not.toContain('--format');
});

test('annotations have no other form', () => {
  const json = {
    claim: 1,
    annotator: 'a',
    label: 'SUPPORTS',
    evidence: [[[1, 2, 'A', 0]]],
    at: '2025-01-31T12:00:00Z',
  };
  const [finding] = validateText(JSON.stringify(json), { kind: 'annotation', rules: [annotation] });
  expect(finding?.messageId).toBe('foreignEvidence');
  expect(finding?.help).not.toContain('--format');
});

test.each([
  [
    { fingerprints: [] },
    '`fingerprints`: expected an object of fingerprints by evidence id, found an empty list.',
  ],
  [
    { fingerprints: { A_sentence_0: 7 } },
    '`fingerprints.A_sentence_0`: expected a string, found the number 7.',
  ],
  [
    { fingerprints: { A_sentence_0: 'ABCDEF0123456789' } },
    '`fingerprints.A_sentence_0`: expected a fingerprint of 16 hexadecimal digits, such as 0123456789abcdef, found the string "ABCDEF0123456789".',
  ],
])('%j', (changes, message) => {
  expect(findingsOf({ evidence: [], ...changes }).map((finding) => finding.message)).toEqual([message]);
});

test('a hundred thousand fingerprints that are none', () => {
  const fingerprints = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, at) => [`A_sentence_${at}`, at]),
  );
  const found = findingsOf({ evidence: [], fingerprints });
  expect(found).toHaveLength(100);
  expect(found.at(-1)?.help).toContain('left out');
});
