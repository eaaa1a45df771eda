import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { ChartBlock } from '../../src/report/block.ts';
import { drawChart } from '../../src/report/chart/draw-chart.ts';
import { chartWidths } from '../../src/report/chart/frame.ts';
import { lengthChart } from '../../src/report/chart/length-chart.ts';
import { matrixChart } from '../../src/report/chart/matrix.ts';
import { stackedBars } from '../../src/report/chart/stacked-bars.ts';
import { percentWords } from '../../src/report/number-words.ts';
import { measureClaimLengths } from '../../src/stats/claim-lengths.ts';

interface Mark {
  readonly textContent: string;
  readonly getAttribute: (name: string) => string | null;
}

function marksOf(chart: ChartBlock, selector: string): Mark[] {
  const { document } = parseHTML(`<body>${drawChart(chart, chartWidths.wide)}</body>`);
  return [...document.querySelectorAll(selector)] as unknown as Mark[];
}

const numberOf = (mark: Mark, name: string): number => Number(mark.getAttribute(name));

describe('stacked bars', () => {
  const bars = { name: 'N', caption: 'C', rowName: 'r', labels: ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'] };
  const counts = [1, 1, 9_998];

  test.each([true, false])('what is hardly there is seen, beside the others; shares: %s', (isShare) => {
    const rects = marksOf(stackedBars({ ...bars, rows: [{ name: 'all', counts }], isShare }), 'rect');
    expect(rects).toHaveLength(3);
    let end = 0;
    for (const rect of rects) {
      expect(numberOf(rect, 'width')).toBeGreaterThanOrEqual(2);
      expect(numberOf(rect, 'x')).toBeGreaterThanOrEqual(end - 0.02);
      end = numberOf(rect, 'x') + numberOf(rect, 'width');
    }
    expect(end).toBeLessThan(chartWidths.wide - 56);
  });
});

describe('lengths', () => {
  const claimOf = (words: number, id: number) => ({
    claim: { id, claim: 'word '.repeat(words), label: 'SUPPORTS', evidence: [] },
    split: undefined,
  });

  test.each([
    ['one length', [22], ['22']],
    ['two', [3, 4, 4], ['3', '4']],
    ['many', Array.from({ length: 60 }, (_, at) => at + 1), ['10', '20', '30', '40', '50', '60']],
  ])('%s: whole numbers of words along the axis', (_, lengths, ticks) => {
    const chart = lengthChart(measureClaimLengths(lengths.map(claimOf)));
    const texts = marksOf(chart, 'text').map(({ textContent }) => textContent);
    expect(texts.filter((text) => /^[\d.]+$/.test(text))).toEqual(ticks);
  });

  test('a last bar that holds longer claims is told of', () => {
    const lengths = [...Array.from({ length: 400 }, (_, at) => 5 + (at % 9)), 80];
    expect(lengthChart(measureClaimLengths(lengths.map(claimOf))).name).toMatch(
      /holds all from \d+ words on$/,
    );
    expect(lengthChart(measureClaimLengths([3, 4].map(claimOf))).name).not.toContain('last bar');
  });
});

test('a matrix of eight annotators fits the page, whatever their names', () => {
  const names = Array.from({ length: 8 }, (_, at) => `annotator ${at} ${'of a long name '.repeat(5)}`);
  const matrix = { name: 'N', caption: 'C', rowName: names[0] ?? '', columnName: names[1] ?? '' };
  const counts = names.map(() => names.map(() => 1));
  const wide = marksOf(matrixChart({ ...matrix, rows: names, columns: names, counts }), 'svg');
  const usual = marksOf(
    matrixChart({ ...matrix, rows: ['SUPPORTS'], columns: ['SUPPORTS', 'REFUTES'], counts: [[1, 2]] }),
    'svg',
  );
  expect(wide.map((svg) => numberOf(svg, 'width')).every((width) => width <= 728)).toBe(true);
  expect(usual.map((svg) => numberOf(svg, 'width')).every((width) => width <= 420)).toBe(true);
});

test.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.34, '34.0 %'],
  [0.0004, '< 0.1 %'],
  [0.9996, '> 99.9 %'],
  [-0.0102, '−1.0 %'],
])('the share %s is %j', (share, words) => {
  expect(percentWords(share)).toBe(words.replace(' %', '\u00a0%'));
});
