import type { ChartBlock, DataTable } from '../block.ts';
import { decimalWords } from '../number-words.ts';
import { frameRows } from './frame.ts';

/** Figures with their intervals, one row each. */
export interface Intervals {
  /** A sentence that can stand for the chart. */
  readonly name: string;
  /** Of the table. */
  readonly caption: string;
  /** What a row is: `coefficient`, `annotator`. */
  readonly rowName: string;
  /** What the values are: `accuracy`, `α`. */
  readonly valueName: string;
  readonly rows: readonly IntervalRow[];
  /** What the axis goes from and to at least; by default what the values need. */
  readonly domain?: readonly [number, number];
  /** Values to compare with, as lines with their names: the majority rate, chance. */
  readonly references?: readonly { readonly name: string; readonly value: number }[];
  /** Decimals; 3 by default. */
  readonly digits?: number;
}

export interface IntervalRow {
  readonly name: string;
  /** `null` where it is not defined: the row stays, without a mark. */
  readonly value: number | null;
  readonly interval?: { readonly low: number; readonly high: number } | null;
}

/** A dot for each value and a line for its interval, on one axis. */
export function intervalChart(intervals: Intervals): ChartBlock {
  const { name, caption, rowName, valueName, rows, references = [], digits = 3 } = intervals;
  const table: DataTable = {
    caption,
    columns: [
      { name: rowName },
      { name: valueName, isNumber: true, digits },
      { name: 'from', isNumber: true, digits },
      { name: 'to', isNumber: true, digits },
    ],
    rows: rows.map(({ name, value, interval }) => [
      name,
      value,
      interval?.low ?? null,
      interval?.high ?? null,
    ]),
  };
  return {
    kind: 'chart',
    name,
    table,
    plot: (plot, width) => {
      const values = rows.flatMap(({ value, interval }) => [
        ...(value === null ? [] : [value]),
        ...(interval ? [interval.low, interval.high] : []),
      ]);
      const all = [...values, ...references.map(({ value }) => value), ...(intervals.domain ?? [])];
      const [least, most] = [Math.min(...all), Math.max(...all)];
      const domain = all.length === 0 ? [0, 1] : least === most ? [least - 0.5, most + 0.5] : [least, most];
      const frame = frameRows(
        plot,
        rows.map((row) => row.name),
        width,
        // For the half of a dot or of a tick's number that is at the very left.
        { extra: 10 },
      );
      const { dy } = frame;
      const placed = rows.map((row, at) => ({ ...row, at }));
      const defined = placed.filter(({ value }) => value !== null);
      return {
        width,
        height: frame.height + (references.length > 0 ? 74 : 52),
        marginLeft: frame.marginLeft + 2,
        marginRight: 72,
        marginTop: references.length > 0 ? 28 : 6,
        marginBottom: 40,
        x: { domain, nice: true, ticks: 5, label: valueName, labelArrow: 'none', labelAnchor: 'center' },
        y: frame.y,
        marks: [
          plot.gridX({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12 }),
          plot.ruleX(references, { x: 'value', stroke: 'var(--soft)', strokeDasharray: '4 3' }),
          plot.text(references, {
            x: 'value',
            frameAnchor: 'top',
            dy: -14,
            text: ({ name, value }: { name: string; value: number }) =>
              `${name} ${decimalWords(value, digits)}`,
            fill: 'var(--soft)',
            fontSize: 12,
          }),
          plot.link(
            placed.filter(({ interval }) => interval),
            {
              x1: ({ interval }: IntervalRow) => interval?.low,
              x2: ({ interval }: IntervalRow) => interval?.high,
              y: 'at',
              dy,
              stroke: 'var(--accent)',
              strokeWidth: 2,
            },
          ),
          plot.dot(defined, { x: 'value', y: 'at', dy, r: 4.5, fill: 'var(--accent)' }),
          plot.text(defined, {
            y: 'at',
            frameAnchor: 'right',
            textAnchor: 'end',
            dx: 68,
            dy,
            text: ({ value }: IntervalRow) => decimalWords(value, digits),
            fontVariant: 'tabular-nums',
            fontSize: 12,
          }),
          frame.names,
        ],
      };
    },
  };
}
