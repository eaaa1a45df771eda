import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TitleTable } from '../../src/corpus/title-table.ts';
import { concatenateBytes } from '../../src/text/concatenate-bytes.ts';

const bytesOf = (table: TitleTable): Uint8Array => concatenateBytes(table.toBytes());

describe('a table of titles', () => {
  test('knows its titles and no others, however many there are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 50 }),
        fc.nat(3_000),
        (words, count) => {
          const many = Array.from({ length: count }, (_, number) => `Title ${number}`);
          const table = TitleTable.from([...words, ...many, ...many]);
          const titles = new Set([...words, ...many].map((title) => title.normalize('NFC')));
          expect(table.size).toBe(titles.size);
          for (const title of titles) expect(table.has(title)).toBe(true);
          for (const title of titles) expect(table.has(`${title}?`)).toBe(titles.has(`${title}?`));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('titles are compared in NFC', () => {
    const table = TitleTable.from(['Beyonce\u0301']);
    expect(table.has('Beyonc\u00e9')).toBe(true);
    expect(table.has('Beyonce')).toBe(false);
  });

  test('comes back from its bytes, wherever in memory they lie', () => {
    const table = TitleTable.from(['A', 'B', 'C']);
    const bytes = bytesOf(table);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    for (const copy of [bytes, shifted.subarray(1)]) {
      const again = TitleTable.fromBytes(copy);
      expect(again?.size).toBe(3);
      expect(['A', 'B', 'C', 'D'].map((title) => again?.has(title))).toEqual([true, true, true, false]);
    }
  });

  test('a table without a free slot is none: it would be searched without end', () => {
    const bytes = bytesOf(TitleTable.from(['A']));
    const numbers = new DataView(bytes.buffer, bytes.byteOffset);
    let sum = 0;
    for (let at = 32; at < bytes.length; at += 4) {
      numbers.setUint32(at, 7, true);
      sum = (Math.imul(sum, 31) + 7) | 0;
    }
    numbers.setUint32(28, sum >>> 0, true);
    expect(TitleTable.fromBytes(bytes)).toBeUndefined();
  });

  test('bytes that were cut or changed are none', () => {
    const bytes = bytesOf(TitleTable.from(['A', 'B']));
    expect(TitleTable.fromBytes(bytes.subarray(0, -1))).toBeUndefined();
    expect(TitleTable.fromBytes(bytes.subarray(0, 20))).toBeUndefined();
    expect(TitleTable.fromBytes(new TextEncoder().encode('A\nB\n'))).toBeUndefined();
    for (const at of [0, 21, 25, 29, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect(TitleTable.fromBytes(changed), `byte ${at}`).toBeUndefined();
    }
  });
});
