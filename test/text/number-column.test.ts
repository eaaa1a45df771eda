import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUint32Column, NumberColumn } from '../../src/text/number-column.ts';

test('numbers stay where they were set, and all others are 0', () => {
  const at = fc.oneof(fc.nat(10), fc.integer({ min: 8180, max: 8200 }), fc.nat(100_000));
  const value = fc.oneof(fc.nat(), fc.constant(2 ** 32 - 1));
  fc.assert(
    fc.property(fc.array(fc.tuple(at, value), { maxLength: 20 }), fc.array(at), (entries, others) => {
      const column = createUint32Column();
      const map = new Map<number, number>();
      for (const [position, number] of entries) {
        column.set(position, number);
        map.set(position, number);
      }
      for (const position of [...map.keys(), ...others]) {
        expect(column.get(position)).toBe(map.get(position) ?? 0);
      }
    }),
  );
});

test('the array says which numbers it holds', () => {
  const offsets = new NumberColumn((length) => new Float64Array(length));
  offsets.set(0, 2 ** 40 + 1);
  expect(offsets.get(0)).toBe(2 ** 40 + 1);
  const bytes = new NumberColumn((length) => new Uint8Array(length));
  bytes.set(0, 257);
  expect(bytes.get(0)).toBe(1);
});
