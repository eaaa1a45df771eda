import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HashTable } from '../../src/text/hash-table.ts';
import { createRng } from '../../src/text/rng.ts';

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

test('holds what a map holds, and the first number of each hash stands', () => {
  const half = fc.oneof(int32, fc.constantFrom(0, 1, -1, 2 ** 31, 2 ** 32 - 1));
  const number = fc.oneof(fc.nat(100), fc.constant(2 ** 32 - 2));
  fc.assert(
    fc.property(fc.array(fc.tuple(half, half, number), { maxLength: 60 }), (entries) => {
      const table = new HashTable();
      const map = new Map<string, number>();
      for (const [high, low, value] of entries) {
        const key = `${high >>> 0} ${low >>> 0}`;
        const expected = map.get(key) ?? value;
        map.set(key, expected);
        expect(table.putFirst(high, low, value)).toBe(expected);
        expect(table.size).toBe(map.size);
      }
      for (const [high, low] of entries) {
        expect(table.get(high, low)).toBe(map.get(`${high >>> 0} ${low >>> 0}`));
        expect(table.get(high, low ^ 0x40000000)).toBe(
          map.get(`${high >>> 0} ${(low ^ 0x40000000) >>> 0}`) ?? -1,
        );
      }
    }),
  );
});

test.each<[string, (at: number) => [high: number, low: number]]>([
  ['random hashes', ((rng) => () => [(rng() * 2 ** 32) | 0, (rng() * 2 ** 32) | 0])(createRng(7))],
  ['small numbers', (at) => [0, at]],
  ['small pairs', (at) => [at >> 6, at & 63]],
  ['halves that differ in the uppermost bits alone', (at) => [at << 12, 5]],
])('%s: all are found after it grew many times', (_, hashOf) => {
  const table = new HashTable();
  const hashes = Array.from({ length: 100_000 }, (_, at) => hashOf(at));
  const map = new Map<bigint, number>();
  const keyOf = (high: number, low: number) => (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  let wrong = 0;
  for (const [at, [high, low]] of hashes.entries()) {
    const key = keyOf(high, low);
    const expected = map.get(key) ?? at;
    map.set(key, expected);
    if (table.putFirst(high, low, at) !== expected) wrong += 1;
  }
  for (const [high, low] of hashes) {
    if (table.get(high, low) !== map.get(keyOf(high, low))) wrong += 1;
    if (table.get(~high, low) !== (map.get(keyOf(~high, low)) ?? -1)) wrong += 1;
  }
  expect(wrong).toBe(0);
  expect(table.size).toBe(map.size);
});
