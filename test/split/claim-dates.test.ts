import { expect, test } from 'vitest';
import { readClaimDates } from '../../src/split/claim-dates.ts';
import { exampleClaim } from './example-claims.ts';

test.each([
  ['2024-05-31', '2024-05-31T00:00:00.000Z'],
  ['2024-05-31T12:30', '2024-05-31T12:30:00.000Z'],
  ['2024-05-31T12:30:15.5', '2024-05-31T12:30:15.500Z'],
  ['2024-05-31T12:30:15Z', '2024-05-31T12:30:15.000Z'],
  ['2024-05-31T00:30:00+02:00', '2024-05-30T22:30:00.000Z'],
  ['2024-05-31 00:30:00.25-0930', '2024-05-31T10:00:00.250Z'],
  ['2024-05-31T00:30:00,25+14', '2024-05-30T10:30:00.250Z'],
  ['2024-05-31T23:30-00:30', '2024-06-01T00:00:00.000Z'],
  ['2024-05', '2024-05-01T00:00:00.000Z'],
  ['2024', '2024-01-01T00:00:00.000Z'],
  [2024, '2024-01-01T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['0099-12-31', '0099-12-31T00:00:00.000Z'],
])('%j is %s', (published, iso) => {
  const { times, bad } = readClaimDates([exampleClaim(1, [], { published })], 'published');
  expect(bad).toEqual([]);
  expect(new Date(times[0] ?? Number.NaN).toISOString()).toBe(iso);
});

test.each([
  ['2023-02-29'],
  ['2024-04-31'],
  ['2024-13-01'],
  ['2024-00-10'],
  ['2024-05-00'],
  ['2024-5'],
  ['1900-02-29'],
  ['31.5.2024'],
  ['May 2024'],
  ['2024-05-31T25:00'],
  ['2024-05-31T12:00+99:00'],
  ['2024-05-31T12'],
  ['2024-05-31T12:00:60'],
  ['2024-05T12:00'],
  ['+002024-05-31'],
  ['2024-05-31\n'],
  [99],
  [2024.5],
  [''],
  [20240531],
  [{}],
])('%j is no date', (value) => {
  const { times, bad, missing } = readClaimDates([exampleClaim(1, [], { published: value })], 'published');
  expect({ times, bad, missing }).toEqual({ times: [undefined], bad: [0], missing: [] });
});

test('parts of a millisecond are told apart', () => {
  const claims = ['2024-05-31T12:00:00.0001Z', '2024-05-31T12:00:00.0002Z'].map((published, at) =>
    exampleClaim(at, [], { published }),
  );
  const [earlier = 0, later = 0] = readClaimDates(claims, 'published').times;
  expect(earlier).toBeLessThan(later);
});

test('what is not there is missing, also under the name of a member of objects', () => {
  const claims = [exampleClaim(1), exampleClaim(2, [], { published: null })];
  expect(readClaimDates(claims, 'published').missing).toEqual([0, 1]);
  expect(readClaimDates(claims, 'constructor').missing).toEqual([0, 1]);
});
