import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationSchema } from '../../src/claims/annotation.ts';
import { explainTime } from '../../src/validate/schema/explain-time.ts';

const isTime = (text: string) => annotationSchema.shape.at.safeParse(text).success;

test.each([
  ['', 'it is empty', undefined],
  ['yesterday', 'it is no date and time', undefined],
  ['2025-01-31', 'the time of day and the time zone are missing', undefined],
  ['2025-01-31T12:00:00', 'the time zone is missing', '2025-01-31T12:00:00Z'],
  ['2025-01-31 12:00', 'the time zone is missing', '2025-01-31T12:00:00Z'],
  ['25-8-2020', 'the year must come first, then month and day', undefined],
  ['01/31/2025 12:00', 'the year must come first, then month and day', undefined],
  ['2025-13-31T12:00:00Z', 'there is no month 13', undefined],
  ['2025-13-31', 'there is no month 13', undefined],
  ['2025-00-31T12:00:00Z', 'there is no month 0', undefined],
  ['2025-02-29T12:00:00Z', 'there is no day 29 in February 2025', undefined],
  ['2025-04-00T12:00:00Z', 'there is no day 0 in April 2025', undefined],
  ['2025-01-31T24:00:00Z', 'there is no hour 24', undefined],
  ['2025-01-31T12:60:00Z', 'there is no minute 60', undefined],
  ['2025-01-31T12:00:60Z', 'there is no second 60', undefined],
  ['2025-01-31T12:00:00+25:00', 'there is no time zone +25:00', undefined],
  ['2025-01-31 12:00:00Z', 'it is not written as YYYY-MM-DDThh:mm:ssZ', '2025-01-31T12:00:00Z'],
  ['2025-1-31T9:05:00z', 'it is not written as YYYY-MM-DDThh:mm:ssZ', '2025-01-31T09:05:00Z'],
  ['2025/01/31 12:00 UTC', 'it is not written as YYYY-MM-DDThh:mm:ssZ', '2025-01-31T12:00:00Z'],
  ['2025-01-31T12:00:00,5+0100', 'it is not written as YYYY-MM-DDThh:mm:ssZ', '2025-01-31T12:00:00.5+01:00'],
  ['2025-01-31T12:00:00-5', 'it is not written as YYYY-MM-DDThh:mm:ssZ', '2025-01-31T12:00:00-05:00'],
  ['1738324800', 'it is the number 1738324800', '2025-01-31T12:00:00Z'],
  [1738324800000, 'it is the number 1738324800000', '2025-01-31T12:00:00Z'],
  [7, 'it is the number 7', undefined],
])('%j', (value, problem, meant) => {
  expect(typeof value === 'string' && isTime(value)).toBe(false);
  const found = explainTime(value);
  expect([found.problem, found.meant]).toEqual([problem, meant]);
});

test('seconds since 1970 are the time that they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }), (seconds) => {
      const expected = new Date(seconds * 1000).toISOString().replace('.000', '');
      expect(explainTime(seconds).meant).toBe(expected);
      expect(explainTime(seconds * 1000).meant).toBe(expected);
    }),
  );
});

describe('what was meant is always a time', () => {
  const pieces = fc.constantFrom(
    '2024',
    '2025',
    '02',
    '29',
    '30',
    '31',
    '13',
    '12',
    '00',
    '24',
    '59',
    '60',
    '-',
    '/',
    '.',
    ':',
    'T',
    ' ',
    'Z',
    'UTC',
    '+',
    '1',
    '0130',
    ',5',
  );
  const nearTime = fc.tuple(
    fc.constantFrom('2024', '1900', '0000'),
    fc.constantFrom('-02-29', '-2-30', '/12/31', '-00-10', '-04-31'),
    fc.constantFrom('T', ' ', 't', '', 'T '),
    fc.constantFrom('9:00', '23:59:59', '24:00', '12:00:00.123', '00:00:00,1'),
    fc.constantFrom('Z', 'z', '', ' UTC', '+1', '-0130', '+24:00', '+23:59', '-00:60'),
  );
  const texts = fc.oneof(fc.array(pieces, { maxLength: 16 }), nearTime).map((parts) => parts.join(''));

  test('for any text that is none itself', () => {
    let meantSome = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (isTime(text)) return;
        const { problem, meant } = explainTime(text);
        expect(problem).not.toBe('');
        if (meant === undefined) return;
        meantSome += 1;
        expect(isTime(meant)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(meantSome).toBeGreaterThan(100);
  });
});
