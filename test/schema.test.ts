import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { annotationSchema } from '../src/claims/annotation.ts';
import { claimSchema } from '../src/claims/claim.ts';
import { configSchema } from '../src/claims/config.ts';
import { printJsonSchema, printSchema } from '../src/claims/json-schemas.ts';
import { schemaNames } from '../src/claims/schema-names.ts';
import { scoresSchema } from '../src/score/print/scores-schema.ts';

const folder = resolve(import.meta.dirname, '../schema');

// `npx vitest run test/schema.test.ts -u` writes the files anew.
test.each(schemaNames)('schema/%s.schema.json is what `claimset schema` prints', async (name) => {
  await expect(printJsonSchema(name)).toMatchFileSnapshot(resolve(folder, `${name}.schema.json`));
});

test('schema/scores.schema.json is what `claimset schema scores` prints', async () => {
  const text = printSchema('scores', scoresSchema);
  await expect(text).toMatchFileSnapshot(resolve(folder, 'scores.schema.json'));
});

test('every schema file has its schema', () => {
  const names = readdirSync(folder).map((file) => file.replace('.schema.json', ''));
  expect(names.filter((name) => name !== 'report').sort()).toEqual([...schemaNames, 'scores'].sort());
});

test('unknown keys of claims and annotations survive', () => {
  const claim = { id: 1, claim: 'A.', label: 'SUPPORTS', evidence: [['A_sentence_0']], extra: { deep: [1] } };
  expect(claimSchema.parse(claim)).toEqual(claim);
  const annotation = {
    claim: 1,
    annotator: 'a1',
    label: 'REFUTES',
    evidence: [],
    at: '2026-01-02T03:04:05Z',
    tool: 'x',
  };
  expect(annotationSchema.parse(annotation)).toEqual(annotation);
});

test.each([
  ['no id', { claim: 'A.', label: 'SUPPORTS', evidence: [] }],
  ['an id that is no integer', { id: 1.5, claim: 'A.', label: 'SUPPORTS', evidence: [] }],
  ['an empty claim', { id: 1, claim: '', label: 'SUPPORTS', evidence: [] }],
  ['another label', { id: 1, claim: 'A.', label: 'TRUE', evidence: [] }],
  ['a flat list of ids', { id: 1, claim: 'A.', label: 'SUPPORTS', evidence: ['A_sentence_0'] }],
  ['an empty evidence set', { id: 1, claim: 'A.', label: 'SUPPORTS', evidence: [[]] }],
  ['another mutation', { id: 1, claim: 'A.', label: 'SUPPORTS', evidence: [], mutation: 'invert' }],
])('a claim with %s is refused', (_name, value) => {
  expect(claimSchema.safeParse(value).success).toBe(false);
});

test('every setting has a default, and an unknown one is refused', () => {
  expect(configSchema.parse({})).toMatchObject({
    corpus: 'corpus',
    split: { ratios: { train: 0.8, dev: 0.2 }, seed: 0 },
  });
  expect(configSchema.safeParse({ splits: {} }).success).toBe(false);
  expect(configSchema.safeParse({ split: { ratios: { train: 0.8, dev: 0.3 } } }).success).toBe(false);
});
