import { expect, test } from 'vitest';
import { hash64 } from '../../src/text/hash64.ts';

// cyrb53 is the lower 53 bits of the same hash; its author published these values.
test.each([
  ['', 3338908027751811],
  ['a', 7929297801672961],
  ['b', 8684336938537663],
  ['revenge', 4051478007546757],
  ['revenue', 8309097637345594],
])('the lower 53 bits of the hash of "%s" are those of cyrb53', (text, expected) => {
  const [high, low] = hash64(text);
  expect((high & 0x1fffff) * 2 ** 32 + low).toBe(expected);
});

test('the hash of code units beyond a byte, pinned: baselines are kept in files', () => {
  expect(hash64('北京 😀')).toEqual([3202765599, 3914893478]);
});

test('a hundred thousand like texts have as many hashes, and either half alone is spread', () => {
  const seen = new Set<string>();
  const halves = [new Uint32Array(256), new Uint32Array(256)] as const;
  for (let number = 0; number < 100_000; number++) {
    const [high, low] = hash64(`claim ${number}`);
    seen.add(`${high} ${low}`);
    for (const [which, half] of [high, low].entries()) {
      const buckets = halves[which];
      if (buckets) buckets[half >>> 24] = (buckets[half >>> 24] ?? 0) + 1;
    }
  }
  expect(seen.size).toBe(100_000);
  // 390.6 in each of 256 buckets; chi-square with 255 degrees of freedom is below 330.5 in 999 of 1,000 cases.
  for (const buckets of halves) {
    const chiSquare = buckets.reduce((sum, count) => sum + (count - 390.625) ** 2 / 390.625, 0);
    expect(chiSquare).toBeLessThan(330.5);
  }
});
