import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EvidenceIndex } from '../../../src/corpus/evidence-index.ts';
import { formats } from '../../../src/formats/index.ts';
import { qrels } from '../../../src/formats/models/qrels.ts';
import { arbitraryClaims, context, exampleClaims } from '../example-claims.ts';

const write = (claims = exampleClaims, about = context) => [...qrels.write(claims, about)].join('');

test('the first examples', () => {
  expect(write(exampleClaims.slice(0, 6))).toMatchInlineSnapshot(`
    "1 0 Café%20(bar)_sentence_0 1
    nkw-0002 0 Café%20(bar)_sentence_1 1
    nkw-0002 0 Café%20(bar)_sentence_0 1
    nkw-0002 0 Café%20(bar)_sentence_2 1
    %37 0 Café%20(bar)_cell_0_1_1 1
    %37 0 Café%20(bar)_sentence_0 1
    %37 0 Café%20(bar)_sentence_1 1
    %2D7 0 Café%20(bar)_cell_0_1_1 1
    %2D7 0 Café%20(bar)_header_cell_0_1_0 1
    %2D7 0 Café%20(bar)_item_0_0 1
    %2D7 0 Café%20(bar)_table_caption_0 1
    "
  `);
});

test('whole articles', () => {
  expect(write(exampleClaims.slice(0, 3), { ...context, retrievalUnit: 'page' })).toMatchInlineSnapshot(`
    "1 0 Café%20(bar) 1
    nkw-0002 0 Café%20(bar) 1
    %37 0 Café%20(bar) 1
    "
  `);
});

test('without a corpus the ids are believed', () => {
  const nothing = { evidence: new EvidenceIndex([]) };
  const claim = { id: 1, claim: 'A.', label: 'REFUTES', evidence: [['A B_sentence_0'], ['A B_title']] };
  expect(write([claim], nothing)).toBe('1 0 A%20B_sentence_0 1\n');
});

test('every line is four words, of any claims', () => {
  fc.assert(
    fc.property(arbitraryClaims, (claims) => {
      const text = write(claims);
      expect(text).toMatch(/^(?:\S+ 0 \S+ 1\n)*$/);
      expect([...(qrels.compare?.(text, claims, context) ?? [])]).toEqual([]);
    }),
  );
});

test.each([
  ['a judgement that is missing', (text: string) => text.replace(/^.*\n/, ''), 1],
  ['one too many', (text: string) => `${text}x 0 y 1\n`, 1],
  ['another score', (text: string) => text.replace(/1\n/, '2\n'), 2],
])('%s is told', (_name, change, count) => {
  expect([...(qrels.compare?.(change(write()), exampleClaims, context) ?? [])]).toHaveLength(count);
});

test('its files are recognised, and no other format takes them for its own', () => {
  for (const head of [write(), `\uFEFF${write()}`, '301\t0\tFBIS3-10082\t1\r\n']) {
    expect(formats.filter(({ sniff }) => sniff(head)).map(({ id }) => id)).toEqual(['qrels']);
  }
});
