import { expect, test } from 'vitest';
import { boundedTime } from '../../../src/annotate/work/bounded-time.ts';
import { at } from './journal-lines.ts';

const now = Date.parse(at(100));

test.each([
  ['a time between is kept as it is spelt', '2026-01-05T10:00:50+01:00', at(10), '2026-01-05T10:00:50+01:00'],
  ['a clock that goes ahead', at(5000), at(10), at(100)],
  ['a clock that is behind', at(-5000), at(10), at(10)],
  ['what it must come after wins over now', at(50), at(101), at(101)],
  ['without a lease nothing is too early', at(-5000), undefined, at(-5000)],
])('%s', (_, said, since, expected) => {
  expect(boundedTime(said, now, since === undefined ? undefined : Date.parse(since))).toBe(expected);
});
