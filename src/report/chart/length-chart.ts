import type { ClaimLengths } from '../../stats/claim-lengths.ts';
import type { ChartBlock, DataTable } from '../block.ts';
import { chartName, chartWidths, frameRows } from './frame.ts';
import { colorsOfLabels } from './label-colors.ts';

const rowHeight = 72;

/** A histogram for each label, one above the other on one axis, each as shares of its label's claims. A line marks the median. */
export function lengthChart({ labels, bins }: ClaimLengths): ChartBlock {
  const colors = colorsOfLabels(labels.map(({ name }) => name));
  const last = bins.length - 1;
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
    name: 'Share of each label’s claims by number of words; the line is the median',
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
      const room = 1 - (frame.insetTop * labels.length) / frame.height;
      const binWidth = (bins[0]?.to ?? 0) - (bins[0]?.from ?? 0) + 1;
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
          ticks: width < chartWidths.wide ? 5 : 8,
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
            y1: ({ row }: { row: number }) => row + 1 - room,
            y2: ({ row }: { row: number }) => row + 1,
            stroke: 'currentColor',
            strokeWidth: 1.5,
          }),
          plot.text(medians, {
            x: 'median',
            y: ({ row }: { row: number }) => row + 1 - room,
            dx: 5,
            dy: 2,
            textAnchor: 'start',
            text: 'words',
            fontSize: 11.5,
            stroke: 'var(--page)',
            strokeWidth: 3,
            fill: 'currentColor',
          }),
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
