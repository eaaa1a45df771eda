import { expect, test } from 'vitest';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { readArticles } from '../../src/corpus/read-articles.ts';
import { RecordWriter } from '../../src/corpus/record-writer.ts';
import { portableByteTools } from '../../src/text/byte-tools.ts';
import { growthLimit, measureGrowth } from '../growth.ts';

const head = '\n\nFrom Wikipedia for FEVERv2\nJump to navigation Jump to search\n\n';
const body = (unit: string, bytes: number) => unit.repeat(bytes / unit.length);

/** Texts of about `bytes` bytes that a careless parser takes the square of their length for. */
const hostile: readonly [string, (bytes: number) => string][] = [
  ['runs of underscores', (bytes) => `A${head}${body('_', bytes)} A_sentence_0\n`],
  ['runs of letters and underscores', (bytes) => `A${head}${body('_a', bytes)}_1 A_sentence_0\n`],
  ['runs of digits and underscores', (bytes) => `A${head}_a${body('_1', bytes)} A_sentence_0\n`],
  ['repeated titles', (bytes) => `A${head}${body('A_x ', bytes)} A_sentence_0\n`],
  ['unfinished ids', (bytes) => `A${head}${body('A_sentence_ ', bytes)} A_sentence_0\n`],
  ['ids of another title', (bytes) => `A${head}${body('B_sentence_1 ', bytes)} A_sentence_0\n`],
  ['unknown kinds', (bytes) => `A${head}${body('A_sentense_1 ', bytes)} A_sentence_0\n`],
  [
    'a title as long as the file',
    (bytes) => `b${body('_sentence_1', bytes / 2)}${head}${body('_sentence_1', bytes / 2)}`,
  ],
  ['a title of look-alikes', (bytes) => `${'_a_1'.repeat(250)}${head}${body('_a_1', bytes)}`],
  ['ids that have no common title', (bytes) => `${head}${body('Ab_sentence_1 Cd_sentence_2 ', bytes)}`],
  ['sentences that end alike', (bytes) => `A${head}${body('x y A_sentence_0\n', bytes)}`],
  [
    'a title that lost its beginning',
    (bytes) => `A${head}${rows(bytes, (row) => `x. Big A_sentence_${row}\n`)}`,
  ],
  [
    'long texts that end alike before few ids',
    (bytes) => `A${head}${`${body('Big. 。））. ', bytes / 4)}Big A_sentence_0\n`.repeat(4)}`,
  ],
  [
    'blanks and brackets before few ids',
    (bytes) => `A${head}${`.${body(' ', bytes / 8)}。${body('）', bytes / 8)}Big A_sentence_0\n`.repeat(4)}`,
  ],
  [
    'header cells below one another',
    (bytes) => `A${head}A_table_general_0\n${rows(bytes, (row) => `A_header_cell_0_${row}_0 `)}`,
  ],
  [
    'half the column header cells, half cells',
    (bytes) => {
      const half = Math.floor(bytes / 48);
      return `A${head}A_table_general_0\n${rows(bytes, (row) => `A_${row < half ? 'header_' : ''}cell_0_${row}_0 `)}`;
    },
  ],
  [
    'a cell on the diagonal of each row',
    (bytes) => `A${head}A_table_general_0\n${rows(bytes, (row) => `A_cell_0_${row}_${row} `)}`,
  ],
  [
    'a row as long as the file',
    (bytes) =>
      `A${head}A_table_general_0\n${rows(bytes, (row) => `A_${row % 2 ? 'header_' : ''}cell_0_0_${row} `)}`,
  ],
  ['many tables of one far cell', (bytes) => `A${head}${rows(bytes, (row) => `A_cell_${row}_0_250 `)}`],
  [
    'many tables of one cell out of reach',
    (bytes) => `A${head}${rows(bytes, (row) => `A_cell_${row}_999999999_0 `)}`,
  ],
  ['many articles without ids', (bytes) => body('A\nFrom Wikipedia for FEVERv2\n', bytes)],
  ['banners alone', (bytes) => body('From Wikipedia for FEVERv2\n', bytes)],
  [
    'many articles with bytes that are not UTF-8',
    (bytes) => body('A\nFrom Wikipedia for FEVERv2\n#########', bytes),
  ],
  ['blank lines', (bytes) => `${body('\n', bytes)}From Wikipedia for FEVERv2\n${body('\n \n', bytes)}Jump`],
  ['one line of sentences', (bytes) => `A${head}${rows(bytes, (row) => `x A_sentence_${row} `)}`],
  ['duplicates', (bytes) => `A${head}${body('x A_sentence_0\n', bytes)}`],
];

function rows(bytes: number, row: (number: number) => string): string {
  const parts: string[] = [];
  for (let length = 0, number = 0; length < bytes; number++) {
    const part = row(number);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text).map((byte) => (byte === 0x23 ? 0xff : byte));
}

function write(bytes: Uint8Array): void {
  const writer = new RecordWriter(portableByteTools);
  for (const { bytes: valid, ranges } of readArticles([bytes])) {
    for (const range of ranges) writer.write(valid, range);
  }
}

/** Bytes of the larger text. */
const size = 1 << 18;

test.each(hostile)(
  '%s: sixteen times the text takes nowhere near 256 times the time',
  { retry: 1 },
  (_, make) => {
    const makeBytes = (bytes: number) => bytesOf(make(bytes));
    expect(measureGrowth(size, makeBytes, (bytes) => parseCorpusFile('a.txt', bytes))).toBeLessThan(
      growthLimit,
    );
    expect(measureGrowth(size, makeBytes, write)).toBeLessThan(growthLimit);
  },
);

test('a wrong id as long as the file has no nearest ids, at once', () => {
  const index = new EvidenceIndex(parseCorpusFile('a.txt', bytesOf(`A${head}x A_sentence_0\n`)).articles);
  expect(index.nearest(`A_b${'1'.repeat(1 << 20)}x`)).toEqual([]);
  expect(index.nearest(`A_b${'1'.repeat(300)}x`)).toEqual([]);
  expect(index.nearest(`A_sentence${'_1'.repeat(100)}x`)).toEqual([]);
});

test('a hundred findings of a rule are listed in an article, and that there are more is said', () => {
  const { diagnostics } = parseCorpusFile(
    'a.txt',
    bytesOf(`A${head}x A_sentence_0\n${body('A_b_1\n', 900_000)}`),
  );
  const unknown = diagnostics.filter(({ ruleId }) => ruleId === 'corpus/unknown-kind');
  expect(unknown).toHaveLength(100);
  expect(unknown.at(-1)?.help).toContain('More findings of this rule are left out.');
});
