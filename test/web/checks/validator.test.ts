import { expect, test } from 'vitest';
import type { Session } from '../../../src/annotate/api/session.ts';
import { parseCorpusFile } from '../../../src/corpus/parse.ts';
import { createRecordsChecker } from '../../../src/web/checks/validator.ts';

const session: Session = {
  annotator: 'ann',
  roles: ['label'],
  isShared: false,
  dataset: { key: '0123456789abcdef', title: 'Towns', language: 'en', version: '0.1.0' },
  validate: { profiles: [], rules: {}, overrides: [] },
  guidelines: null,
  suggestions: false,
  idleSeconds: 60,
  leaseSeconds: 1800,
  revision: 0,
};
const { articles } = parseCorpusFile(
  'corpus/a.txt',
  new TextEncoder().encode('A\nA is a town.A_sentence_0\nIt has 12 mills.A_sentence_1\n'),
);
const claim = { id: 1, claim: 'a has 13 mills', label: 'SUPPORTS' };
const annotation = { claim: 1, annotator: 'ann', label: 'SUPPORTS', at: '2026-01-01T00:00:00Z' };

/** What is found of an answer with this evidence, as a claim and as an annotation. */
function found(
  evidence: string[][],
  validate: Partial<Session['validate']> = {},
  subject: 'answer' | 'text' = 'answer',
) {
  const changed = { ...session, validate: { ...session.validate, ...validate } };
  const check = createRecordsChecker(changed, articles, subject);
  return check([
    { kind: 'claim', record: { ...claim, evidence } },
    { kind: 'annotation', record: { ...annotation, evidence } },
  ]).map(({ ruleId, severity }) => `${severity} ${ruleId}`);
}

test.each([
  {
    name: 'no evidence',
    evidence: [],
    expected: ['error label/without-evidence', 'warning claim/unsupported-number'],
  },
  { name: 'what is not there', evidence: [['A_sentence_7']], expected: ['error evidence/unresolved'] },
  {
    name: 'another number, said once for claim and annotation',
    evidence: [['A_sentence_1'], ['A_sentence_0', 'A_sentence_1']],
    expected: ['warning claim/unsupported-number', 'warning evidence/superset-set'],
  },
])('an answer is told of $name, and not of the text of the claim', ({ evidence, expected }) => {
  expect(found(evidence).sort()).toEqual(expected);
});

test('who writes the claim is told of its text, and not of articles that are not open', () => {
  expect(found([['A_sentence_1']], {}, 'text')).toEqual([
    'warning claim/lower-case-start',
    'warning claim/no-final-period',
  ]);
});

test('severities are those of the dataset, also those for its annotations', () => {
  expect(found([], { rules: { 'label/without-evidence': 'info' } })).toEqual([
    'warning claim/unsupported-number',
    'info label/without-evidence',
  ]);
  const overrides = [
    { files: ['claims/annotations/**'], rules: { 'claim/unsupported-number': 'off' as const } },
  ];
  expect(found([['A_sentence_1']], { overrides })).toEqual([]);
});
