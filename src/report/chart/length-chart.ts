import type { ClaimLengths } from '../../stats/claim-lengths.ts';
import type { ChartBlock, DataTable } from '../block.ts';
import { chartName, chartWidths, frameRows } from './frame.ts';
import { colorsOfLabels } from './label-colors.ts';

const rowHeight = 76;
/** Above the highest bar of a row, for the median, in pixels. */
const medianHeight = 18;

/** A histogram for each label, one above the other on one axis, each as shares of its label's claims. A line marks the median. */
export function lengthChart({ labels, bins }: ClaimLengths): ChartBlock {
  const colors = colorsOfLabels(labels.map(({ name }) => name));
  const last = bins.length - 1;
  const isOpen = last > 0 && widthOf(bins[last]) > widthOf(bins[0]);
  const table: DataTable = {
    caption: 'Claims by words and label',
    columns: [{ name: 'words' }, ...labels.map(({ name }) => ({ name, isNumber: true }))],
    rows: bins.map(({ from, to }, at) => [
      from === to ? String(from) : `${from} to ${to}`,
      ...labels.map(({ counts }) => counts[at] ?? 0),
    ]),
  };
  return {
    kind: 'chart',
    name: `Share of each label’s claims by number of words; the line is the median${isOpen ? `, and the last bar holds all from ${bins[last]?.from} words on` : ''}`,
    table,
    plot: (plot, width) => {
      const frame = frameRows(
        plot,
        labels.map(({ name }) => name),
        width,
        { pitch: rowHeight },
      );
      const { isAbove } = frame;
      // Of a row, what its highest bar takes.
      const room = 1 - ((frame.insetTop + medianHeight) * labels.length) / frame.height;
      const medianRoom = room + (medianHeight * labels.length) / frame.height;
      const binWidth = widthOf(bins[0]);
      const least = bins[0]?.from ?? 0;
      const end = (bins[last]?.from ?? 0) + binWidth;
      const most = Math.max(...labels.flatMap(({ counts, claims }) => counts.map((count) => count / claims)));
      const bars = labels.flatMap(({ counts, claims }, row) =>
        counts.flatMap((count, at) => {
          const from = (bins[at]?.from ?? 0) - 0.5;
          const height = count / claims / most;
          return count === 0
            ? []
            : [
                {
                  from,
                  to: from + binWidth,
                  base: row + 1,
                  top: row + 1 - height * room,
                  color: colors[row] as string,
                },
              ];
        }),
      );
      const medians = labels.map(({ median }, row) => ({
        median: Math.min(median, end),
        row,
        words: `median ${median}`,
      }));
      const rows = labels.map(({ name }, row) => ({ name, row }));
      return {
        width,
        height: frame.height + 48,
        marginLeft: frame.marginLeft,
        marginRight: 24,
        marginTop: 8,
        marginBottom: 40,
        x: {
          domain: [least - 0.5, end - 0.5],
          ticks: wholeNumbers(least, end - 1, width < chartWidths.wide ? 5 : 8),
          label: 'words',
          labelArrow: 'none',
          labelAnchor: 'center',
          tickFormat: (words: number) => String(words),
        },
        y: { domain: [labels.length, 0], axis: null },
        marks: [
          plot.rect(bars, {
            x1: 'from',
            x2: 'to',
            y1: 'base',
            y2: 'top',
            fill: { value: 'color', scale: null },
            insetLeft: 0.5,
            insetRight: 0.5,
          }),
          plot.ruleY(rows, { y: ({ row }: { row: number }) => row + 1, stroke: 'var(--rule)' }),
          plot.ruleX(medians, {
            x: 'median',
            y1: ({ row }: { row: number }) => row + 1 - medianRoom,
            y2: ({ row }: { row: number }) => row + 1,
            stroke: 'currentColor',
            strokeWidth: 1.5,
          }),
          ...(['start', 'end'] as const).map((textAnchor) =>
            plot.text(
              // At the right end there is room only before the line.
              medians.filter(({ median }) => median > end - (end - least) / 4 === (textAnchor === 'end')),
              {
                x: 'median',
                y: ({ row }: { row: number }) => row + 1 - medianRoom,
                dx: textAnchor === 'start' ? 5 : -5,
                dy: 6,
                textAnchor,
                text: 'words',
                fontSize: 11.5,
                fill: 'currentColor',
              },
            ),
          ),
          plot.text(rows, {
            y: ({ row }: { row: number }) => (isAbove ? row : row + 0.75),
            frameAnchor: 'left',
            textAnchor: isAbove ? 'start' : 'end',
            dx: isAbove ? 0 : -10,
            dy: isAbove ? 10 : 0,
            text: ({ name }: { name: string }) => chartName(name),
            fontSize: 12.5,
          }),
        ],
      };
    },
  };
}

type Bin = ClaimLengths['bins'][number];

/** Numbers of words that a bin takes. */
function widthOf(bin: Bin | undefined): number {
  return bin === undefined ? 1 : bin.to - bin.from + 1;
}

/** About so many whole numbers that divide a range evenly: 1, 2 or 5 apart, or tens of these. */
function wholeNumbers(from: number, to: number, count: number): number[] {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, (to - from) / count))));
  const step = power * ([1, 2, 5].find((digit) => (to - from) / (digit * power) <= count) ?? 10);
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, at) => first + at * step);
}
