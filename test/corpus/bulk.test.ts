import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../src/corpus/article.ts';
import { Tokens } from '../../src/corpus/lex.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { readArticles } from '../../src/corpus/read-articles.ts';
import { idOfPlainRecord, type PlainRecord, readRecords } from '../../src/corpus/read-records.ts';
import { RecordWriter } from '../../src/corpus/record-writer.ts';
import { bufferTools } from '../../src/io/buffer-tools.ts';
import { type ByteTools, portableByteTools } from '../../src/text/byte-tools.ts';
import { runs } from '../runs.ts';
import { corpusBytes } from './arbitrary-text.ts';
import { referenceBytes, taggedArticle } from './tagged-article.ts';

const platforms: readonly [string, ByteTools][] = [
  ['portable', portableByteTools],
  ['Node', bufferTools],
];

function parseRecords(bytes: Uint8Array): EvidenceRecord[] {
  return parseCorpusFile('a.txt', bytes).articles.flatMap(({ records }) => records);
}

/** Pieces of `size` bytes in a buffer that is filled again and again, as a reader of files has it. */
function* piecesOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  const buffer = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    buffer.fill(0x5f);
  }
}

function plainRecords(
  bytes: Uint8Array,
  tools: ByteTools,
  pieceBytes: number,
  bufferBytes: number,
): PlainRecord[] {
  const tokens = new Tokens();
  const records: PlainRecord[] = [];
  for (const block of readArticles(piecesOf(bytes, pieceBytes), tools, bufferBytes)) {
    for (const range of block.ranges) records.push(...readRecords(block.bytes, range, tokens, tools.decode));
  }
  return records;
}

function jsonLines(bytes: Uint8Array, tools: ByteTools, pieceBytes: number, bufferBytes: number): string {
  const writer = new RecordWriter(tools);
  for (const block of readArticles(piecesOf(bytes, pieceBytes), tools, bufferBytes)) {
    for (const range of block.ranges) writer.write(block.bytes, range);
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(writer.lines.view());
}

function expectSame(bytes: Uint8Array, tools: ByteTools, pieceBytes: number, bufferBytes: number): void {
  const parsed = parseRecords(bytes);
  const plain = plainRecords(bytes, tools, pieceBytes, bufferBytes);
  expect(plain).toEqual(
    parsed.map(({ title, kind, numbers, text }) => ({
      title,
      kind,
      number: numbers[0],
      row: numbers[1] ?? -1,
      column: numbers[2] ?? -1,
      text,
    })),
  );
  expect(plain.map(idOfPlainRecord)).toEqual(parsed.map(({ id }) => id));
  expect(jsonLines(bytes, tools, pieceBytes, bufferBytes)).toBe(
    parsed
      .map(
        ({ id, title, kind, numbers, text, section }) =>
          `${JSON.stringify({ id, title, kind, numbers, text, section })}\n`,
      )
      .join(''),
  );
}

test.each(platforms)('%s: the project’s article, read whole and in small pieces', (_, tools) => {
  expectSame(referenceBytes, tools, 1 << 20, 1 << 22);
  expectSame(referenceBytes, tools, 1000, 64);
});

test.each(platforms)('%s: any bytes, however they are cut and however small the buffer is', (_, tools) => {
  fc.assert(
    fc.property(
      corpusBytes,
      fc.constantFrom(1, 2, 3, 7, 64, 1 << 16),
      fc.constantFrom(1, 8, 100, 1 << 16),
      (bytes, pieceBytes, bufferBytes) => expectSame(bytes, tools, pieceBytes, bufferBytes),
    ),
    { numRuns: runs(4000) },
  );
});

test('articles are given away while more is read, and an article larger than the buffer is whole', () => {
  const text = ['A', 'B', 'C', 'D']
    .map((title) => taggedArticle(title, `${'x'.repeat(300)}. @_sentence_0`))
    .join('');
  const blocks: number[] = [];
  for (const { ranges } of readArticles(piecesOf(new TextEncoder().encode(text), 10), portableByteTools, 100))
    blocks.push(ranges.length);
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.reduce((sum, count) => sum + count)).toBe(4);
});

test('no pieces give no articles', () => {
  expect([...readArticles([])]).toEqual([]);
});

test('a line of JSON has its keys in the order of the schema, and no section in the lead', () => {
  const text = taggedArticle(
    'A "b"',
    'One \\ two. @_sentence_0\n\nHead @_section_0\n\n@_table_general_0\nx@_cell_0_2_1',
  );
  expect(jsonLines(new TextEncoder().encode(text), portableByteTools, 100, 100)).toMatchInlineSnapshot(`
    "{"id":"A \\"b\\"_sentence_0","title":"A \\"b\\"","kind":"sentence","numbers":[0],"text":"One \\\\ two."}
    {"id":"A \\"b\\"_section_0","title":"A \\"b\\"","kind":"section","numbers":[0],"text":"Head"}
    {"id":"A \\"b\\"_table_general_0","title":"A \\"b\\"","kind":"table_general","numbers":[0],"text":"","section":"A \\"b\\"_section_0"}
    {"id":"A \\"b\\"_cell_0_2_1","title":"A \\"b\\"","kind":"cell","numbers":[0,2,1],"text":"x","section":"A \\"b\\"_section_0"}
    "
  `);
});
