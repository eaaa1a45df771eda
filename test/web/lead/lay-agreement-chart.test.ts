import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Progress } from '../../../src/stats/progress/progress.ts';
import { layAgreementChart } from '../../../src/web/lead/lay-agreement-chart.ts';
import { runs } from '../../runs.ts';

type Weeks = Progress['agreementByWeek'];

const size = { width: 400, height: 180 };

function weeks(values: readonly (number | null)[], spread: number | null = 0.1): Weeks {
  return values.map((value, at) => ({
    week: `2026-W${at + 10}`,
    from: `2026-03-${at + 10}`,
    claims: 10,
    value,
    interval:
      value === null || spread === null
        ? null
        : { low: Math.max(-1, value - spread), high: Math.min(1, value + spread) },
    reason: value === null ? 'All labels are the same.' : null,
  }));
}

test('a week without a figure is a gap in line and band', () => {
  const { lines, bands, points } = layAgreementChart(weeks([0.5, 0.6, null, 0.7, 0.8]), size);
  expect([lines.length, bands.length, points.length]).toEqual([2, 2, 4]);
});

test('one week between gaps is a point alone, and the axis goes down to what is below chance', () => {
  const { lines, points, whiskers, guides } = layAgreementChart(weeks([null, -0.3, null]), size);
  expect([lines.length, points.length, whiskers.length]).toEqual([0, 1, 1]);
  expect(guides.map(({ text }) => text)).toEqual(['-0.5', '0.0', '1.0', '0.667', '0.8']);
});

test('without intervals there is no band', () => {
  expect(layAgreementChart(weeks([0.2, 0.3], null), size).bands).toEqual([]);
});

test('all that is drawn lies in the picture', () => {
  const value = fc.option(fc.double({ min: -1, max: 1, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 200, max: 2000 }),
      (all, width) => {
        const { points, bands, lines, names, guides } = layAgreementChart(weeks(all), { width, height: 180 });
        const numbers = [...bands, ...lines].flatMap((path) => path.match(/-?[\d.]+/g)?.map(Number) ?? []);
        expect(numbers.every((number) => number >= 0 && number <= Math.max(width, 180))).toBe(true);
        for (const { x, y } of points) expect(x >= 0 && x <= width && y >= 0 && y <= 180).toBe(true);
        for (const { x } of names) expect(x >= 0 && x <= width).toBe(true);
        for (const { y } of guides) expect(y >= 0 && y <= 180).toBe(true);
      },
    ),
    { numRuns: runs(200) },
  );
});
