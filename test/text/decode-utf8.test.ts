import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bufferTools } from '../../src/io/buffer-tools.ts';
import { portableByteTools } from '../../src/text/byte-tools.ts';
import { decodeLossless, decodeUtf8, encodeUtf8 } from '../../src/text/decode-utf8.ts';
import { anyCharacter } from '../any-character.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const validText = fc.string({ unit: anyCharacter });
/** Bytes that are often nearly right: leads, continuations, edges of the ranges. */
const nearlyUtf8 = fc
  .uint8Array()
  .chain((random) =>
    fc
      .array(
        fc.constantFrom(
          0x41,
          0x0a,
          0x7f,
          0x80,
          0xbf,
          0xc0,
          0xc2,
          0xdf,
          0xe0,
          0xa0,
          0x9f,
          0xed,
          0xef,
          0xbb,
          0xf0,
          0x90,
          0xf4,
          0x8f,
          0xf5,
          0xff,
        ),
      )
      .map((edges) => Uint8Array.from([...edges, ...random])),
  );

test('valid UTF-8 is decoded as TextDecoder does it, a byte order mark kept', () => {
  fc.assert(
    fc.property(validText, (text) => {
      const decoded = decodeLossless(bytesOf(text));
      expect(decoded.text).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(text)));
      expect(decoded.invalidBytes).toEqual([]);
    }),
  );
  expect(decodeLossless(bytesOf('\uFEFFa')).text).toBe('\uFEFFa');
});

test('any bytes come back', () => {
  fc.assert(
    fc.property(nearlyUtf8, (bytes) => {
      expect(Buffer.compare(encodeUtf8(decodeLossless(bytes)), bytes)).toBe(0);
    }),
    { numRuns: 1000 },
  );
});

test('each invalid byte is one U+FFFD at its offset', () => {
  fc.assert(
    fc.property(nearlyUtf8, (bytes) => {
      const { text, invalidBytes } = decodeLossless(bytes);
      for (const { byteOffset, offset, byte } of invalidBytes) {
        expect(bytes[byteOffset]).toBe(byte);
        expect(text[offset]).toBe('\uFFFD');
        expect(decodeLossless(bytes.subarray(0, byteOffset)).text).toBe(text.slice(0, offset));
      }
    }),
  );
});

test.each([
  ['a stray continuation', [0x41, 0x80, 0x42], 'A\uFFFDB', [1]],
  ['Latin-1', [0x43, 0x61, 0x66, 0xe9], 'Caf\uFFFD', [3]],
  ['an overlong slash', [0xc0, 0xaf], '\uFFFD\uFFFD', [0, 1]],
  ['a surrogate', [0xed, 0xa0, 0x80], '\uFFFD\uFFFD\uFFFD', [0, 1, 2]],
  ['above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], '\uFFFD\uFFFD\uFFFD\uFFFD', [0, 1, 2, 3]],
  ['cut short', [0xe2, 0x82], '\uFFFD\uFFFD', [0, 1]],
  ['cut short by a letter', [0xe2, 0x82, 0x41], '\uFFFD\uFFFDA', [0, 1]],
])('%s', (_, bytes, text, offsets) => {
  const decoded = decodeLossless(Uint8Array.from(bytes));
  expect(decoded.text).toBe(text);
  expect(decoded.invalidBytes.map(({ byteOffset }) => byteOffset)).toEqual(offsets);
});

test('U+FFFD that stands in the file itself is no invalid byte', () => {
  expect(decodeLossless(bytesOf('a\uFFFDb')).invalidBytes).toEqual([]);
  const mixed = Uint8Array.from([...bytesOf('\uFFFD'), 0xff, ...bytesOf('\uFFFD')]);
  expect(Buffer.compare(encodeUtf8(decodeLossless(mixed)), mixed)).toBe(0);
});

test.each([
  ['portable', portableByteTools],
  ['Node', bufferTools],
])('%s byte tools decode ranges and tell UTF-8', (_, tools) => {
  fc.assert(
    fc.property(validText, fc.nat(5), (text, before) => {
      const bytes = tools.allocate(before + bytesOf(text).length + 2);
      bytes.fill(0x20);
      bytes.set(bytesOf(text), before);
      expect(tools.decode(bytes, before, bytes.length - 2)).toBe(decodeUtf8(bytes, before, bytes.length - 2));
    }),
  );
  fc.assert(
    fc.property(nearlyUtf8, (bytes) => {
      expect(tools.isUtf8(bytes)).toBe(decodeLossless(bytes).invalidBytes.length === 0);
    }),
  );
});
