import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekOfDay } from '../../../src/stats/agreement/week-of-day.ts';

// ISO 8601: a week belongs to the year of its Thursday.
test.each([
  ['2024-12-29', '2024-W52', '2024-12-23'],
  ['2024-12-30', '2025-W01', '2024-12-30'],
  ['2025-01-05', '2025-W01', '2024-12-30'],
  ['2021-01-03', '2020-W53', '2020-12-28'],
  ['2020-02-29', '2020-W09', '2020-02-24'],
  ['1969-12-31', '1970-W01', '1969-12-29'],
  ['0000-01-01', '-000001-W52', '-000001-12-27'],
  ['9999-12-31', '9999-W52', '9999-12-27'],
])('%s is in %s', (day, id, from) => {
  expect(weekOfDay(day)).toEqual({ id, from });
});

test('a week is seven days from a Monday on', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const { id, from } = weekOfDay(date.toISOString().slice(0, 10));
      const monday = new Date(`${from}T00:00:00Z`);
      expect(monday.getUTCDay()).toBe(1);
      expect((date.getTime() - monday.getTime()) / 86_400_000).toBeLessThan(7);
      expect(date.getTime()).toBeGreaterThanOrEqual(monday.getTime());
      expect(id).toBe(weekOfDay(from).id);
    }),
  );
});
