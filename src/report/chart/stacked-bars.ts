import type { ChartBlock, DataTable } from '../block.ts';
import { countWords } from '../number-words.ts';
import { frameRows } from './frame.ts';
import { colorsOfLabels } from './label-colors.ts';

/** Counts of claims by label, one bar each. */
export interface StackedBars {
  /** A sentence that can stand for the chart. */
  readonly name: string;
  /** Of the table. */
  readonly caption: string;
  /** What a row is: `split`, `challenge`. */
  readonly rowName: string;
  /** Labels in the order of the counts. */
  readonly labels: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** Whether all bars are of one length: shares of each row's claims, not their numbers. */
  readonly isShare?: boolean;
}

/** Segments narrower than this, in pixels, have no room for their number. */
const minSegment = 9;
const charWidth = 7.5;
/** The narrowest that can be seen beside others; where bars have one, they are that much longer. */
const minDrawn = 2.5;
/** Room for the number of all. */
const marginRight = 64;

/** Bars of counts by label; each segment with its number where there is room. */
export function stackedBars(bars: StackedBars): ChartBlock {
  const { name, caption, rowName, labels, rows, isShare = false } = bars;
  const colors = colorsOfLabels(labels);
  const totals = rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const table: DataTable = {
    caption,
    columns: [
      { name: rowName },
      ...labels.map((label) => ({ name: label, isNumber: true })),
      { name: 'all', isNumber: true },
    ],
    rows: rows.map((row, at) => [row.name, ...row.counts, totals[at] ?? 0]),
  };
  return {
    kind: 'chart',
    name,
    table,
    legend: labels.map((label, at) => ({ name: label, color: colors[at] as string })),
    plot: (plot, width) => {
      const frame = frameRows(
        plot,
        rows.map((row) => row.name),
        width,
        { pitch: 34 },
      );
      const { insetTop, insetBottom, dy } = frame;
      const most = isShare ? 1 : Math.max(1, ...totals);
      const inner = width - frame.marginLeft - marginRight;
      const least = (minDrawn * most) / inner;
      const segments = rows.flatMap((row, at) => {
        const total = isShare ? totals[at] || 1 : 1;
        const lengths = row.counts.map((count) => (count === 0 ? 0 : Math.max(count / total, least)));
        const length = lengths.reduce((sum, own) => sum + own, 0);
        // Where all bars are of one length, what narrow segments take comes from all of them.
        const scale = isShare && length > 0 ? 1 / length : 1;
        let to = 0;
        return row.counts.flatMap((count, which) => {
          const from = to;
          to += (lengths[which] as number) * scale;
          return count === 0 ? [] : [{ row: at, count, from, to, color: colors[which] as string }];
        });
      });
      const endOf = (row: number): number =>
        segments.reduce((end, segment) => (segment.row === row ? Math.max(end, segment.to) : end), 0);
      const roomy = segments.filter(({ from, to, count }) => {
        const room = ((to - from) / most) * inner;
        return room >= Math.max(minSegment, countWords(count).length * charWidth + 4);
      });
      return {
        width,
        height: frame.height + 12,
        marginLeft: frame.marginLeft,
        marginRight,
        marginTop: 4,
        marginBottom: 8,
        x: { domain: [0, most], axis: null },
        y: frame.y,
        marks: [
          plot.barX(segments, {
            y: 'row',
            x1: 'from',
            x2: 'to',
            fill: { value: 'color', scale: null },
            insetTop,
            insetBottom,
          }),
          plot.tickX(
            segments.filter(({ from, to }) => from > 0 && to - from > 2 * least),
            { y: 'row', x: 'from', stroke: 'var(--page)', insetTop, insetBottom },
          ),
          plot.text(roomy, {
            y: 'row',
            x: ({ from, to }: { from: number; to: number }) => (from + to) / 2,
            text: ({ count }: { count: number }) => countWords(count),
            fill: 'var(--on-mark)',
            fontSize: 12,
            dy,
          }),
          frame.names,
          plot.text(rows, {
            y: (_: unknown, at: number) => at,
            x: (_: unknown, at: number) => endOf(at),
            textAnchor: 'start',
            dx: 6,
            dy,
            text: (_: unknown, at: number) => countWords(totals[at] ?? 0),
            fill: 'var(--soft)',
            fontSize: 12,
          }),
        ],
      };
    },
  };
}
