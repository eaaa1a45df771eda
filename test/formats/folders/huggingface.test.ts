import { expect, test } from 'vitest';
import { parseCardHeader } from '../../../src/formats/folders/card-header.ts';
import { huggingface } from '../../../src/formats/folders/huggingface.ts';
import { readParquet } from '../../../src/formats/folders/parquet/read-parquet.ts';
import type { FormatContext } from '../../../src/formats/format.ts';
import { context, exampleClaims } from '../example-claims.ts';
import { datasetOf, exampleDataset, fullConfig } from './example-dataset.ts';
import { writeInMemory } from './folder-in-memory.ts';

async function rowsOf(name: string, about: FormatContext = context, claims = exampleClaims) {
  const files = writeInMemory(huggingface, datasetOf(claims), about);
  const contents = await readParquet(files.get(name) ?? new Uint8Array());
  if (typeof contents === 'string') throw new Error(contents);
  return contents;
}

const train = 'data/claims/train-00000-of-00001.parquet';
const corpus = 'data/corpus/corpus-00000-of-00001.parquet';

test('the files, with `dev` as `validation`', () => {
  expect([...writeInMemory(huggingface, exampleDataset, context).keys()]).toEqual([
    train,
    'data/claims/validation-00000-of-00001.parquet',
    corpus,
    'README.md',
    'croissant.json',
  ]);
});

test('rows of claims: ids, places, texts, and what no column can say', async () => {
  const { rows, own } = await rowsOf(train);
  expect(own).toEqual({ split: 'train' });
  const [first] = rows;
  expect(first).toEqual({
    id: '1',
    claim: 'The Café is a bar.',
    label: 0,
    evidence: [[{ page: 'Café (bar)', unit: 'sentence_0' }]],
    evidence_ids: [['Café (bar)_sentence_0']],
    evidence_text: [['The Café is a bar.']],
    challenge: null,
    mutation: null,
    source: null,
    extra: '{"id":1}',
  });
  const nothing = rows.find(({ claim }) => claim === 'Nobody knows.');
  expect(nothing).toMatchObject({ label: 2, evidence: [], evidence_ids: [], evidence_text: [] });
  const half = rows.find(({ id }) => id === '15');
  expect(half?.claim).toBe('Half a pair: \uFFFD');
  expect(JSON.parse(String(half?.extra))).toMatchObject({ id: 15, claim: 'Half a pair: \ud83d' });
});

test.each([
  ['text', [['12']]],
  ['context', [['[Café (bar); Figures; 1988; Guests] 12']]],
  ['highlighted', [['1988 | <e>12</e>']]],
  ['ids', undefined],
] as const)('evidence as %s', async (evidenceStyle, text) => {
  const claims = [{ id: 1, claim: 'A.', label: 'SUPPORTS', evidence: [['Café (bar)_cell_0_1_1']] }];
  const { rows } = await rowsOf(train, { ...context, evidenceStyle }, claims);
  expect(rows[0]?.evidence_text).toEqual(text);
});

test('a text that the corpus does not have is null, in its place', async () => {
  const claims = [
    { id: 1, claim: 'A.', label: 'SUPPORTS', evidence: [['Nowhere_sentence_0', 'Café (bar)_sentence_1']] },
  ];
  const { rows } = await rowsOf(train, context, claims);
  expect(rows[0]).toMatchObject({
    evidence: [
      [
        { page: 'Nowhere', unit: 'sentence_0' },
        { page: 'Café (bar)', unit: 'sentence_1' },
      ],
    ],
    evidence_text: [[null, 'It opened in 1988.']],
  });
});

test('rows of the corpus: all but the markers', async () => {
  const { rows } = await rowsOf(corpus);
  expect(rows.map(({ unit }) => unit)).toEqual([
    'sentence_0',
    'sentence_1',
    'section_0',
    'table_caption_0',
    'header_cell_0_0_0',
    'header_cell_0_0_1',
    'header_cell_0_1_0',
    'cell_0_1_1',
    'item_0_0',
    'sentence_2',
  ]);
  expect(rows[7]).toEqual({
    id: 'Café (bar)_cell_0_1_1',
    title: 'Café (bar)',
    unit: 'cell_0_1_1',
    kind: 'cell',
    text: '12',
    section: 'Figures',
    context: [
      'Café (bar)_title',
      'Café (bar)_section_0',
      'Café (bar)_header_cell_0_1_0',
      'Café (bar)_header_cell_0_0_1',
    ],
    text_in_context: '[Café (bar); Figures; 1988; Guests] 12',
  });
});

test('many rows are several groups of one schema', async () => {
  const claims = Array.from({ length: 3500 }, (_, id) => ({
    id: `c${id}`,
    claim: `Claim ${id}.`,
    label: 'NOT ENOUGH INFO',
    evidence: [],
  }));
  const { rows } = await rowsOf(train, context, claims);
  expect(rows).toHaveLength(2334);
  expect(rows.at(-1)?.id).toBe('c3499');
});

test('the header is YAML 1.1: `no` is a language, `yes` a word', () => {
  const card = String(writeInMemory(huggingface, exampleDataset, context).get('README.md'));
  expect(parseCardHeader(card)).toMatchObject({ language: ['no'], pretty_name: fullConfig.title });
  expect(card.slice(0, card.indexOf('configs:'))).toMatchInlineSnapshot(`
    "---
    language:
      - "no"
    license: cc-by-sa-3.0
    pretty_name: 'Cafés: "yes" & no'
    size_categories:
      - n<1K
    task_categories:
      - text-classification
      - text-retrieval
    task_ids:
      - fact-checking
    multilinguality:
      - monolingual
    tags:
      - fact-verification
      - croissant
    "
  `);
});
