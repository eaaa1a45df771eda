import type { ChartBlock, DataTable } from '../block.ts';
import { numberWords } from '../number-words.ts';
import { frameRows } from './frame.ts';

/** Numbers by name, one bar each. */
export interface Bars {
  /** A sentence that can stand for the chart. */
  readonly name: string;
  /** Of the table. */
  readonly caption: string;
  readonly rowName: string;
  /** What the numbers are: `claims`. */
  readonly valueName: string;
  readonly rows: readonly { readonly name: string; readonly value: number; readonly color?: string }[];
  /** Decimals; by default none where all numbers are whole, otherwise 3. */
  readonly digits?: number;
}

/** Horizontal bars in the order of the rows, each with its number. Negative numbers go to the left. */
export function barChart(bars: Bars): ChartBlock {
  const { name, caption, rowName, valueName, rows } = bars;
  const digits = bars.digits ?? (rows.every(({ value }) => Number.isInteger(value)) ? 0 : 3);
  const table: DataTable = {
    caption,
    columns: [{ name: rowName }, { name: valueName, isNumber: true, digits }],
    rows: rows.map(({ name, value }) => [name, value]),
  };
  return {
    kind: 'chart',
    name,
    table,
    plot: (plot, width) => {
      const values = rows.map(({ value }) => value);
      const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
      const frame = frameRows(
        plot,
        rows.map((row) => row.name),
        width,
        { extra: least < 0 ? 56 : 0 },
      );
      const { insetTop, insetBottom, dy } = frame;
      const placed = rows.map((row, at) => ({ ...row, at, color: row.color ?? 'var(--accent)' }));
      const label = {
        x: 'value',
        y: 'at',
        dy,
        text: ({ value }: { value: number }) => numberWords(value, digits),
        fill: 'var(--soft)',
        fontSize: 12,
      };
      return {
        width,
        height: frame.height + 12,
        marginLeft: frame.marginLeft,
        marginRight: 64,
        marginTop: 4,
        marginBottom: 8,
        x: { domain: least === most ? [0, 1] : [least, most], axis: null },
        y: frame.y,
        marks: [
          plot.barX(placed, {
            x: 'value',
            y: 'at',
            fill: { value: 'color', scale: null },
            insetTop,
            insetBottom,
          }),
          plot.text(
            placed.filter(({ value }) => value >= 0),
            { ...label, textAnchor: 'start', dx: 6 },
          ),
          plot.text(
            placed.filter(({ value }) => value < 0),
            { ...label, textAnchor: 'end', dx: -6 },
          ),
          frame.names,
          ...(least < 0 ? [plot.ruleX([0], { stroke: 'currentColor' })] : []),
        ],
      };
    },
  };
}
