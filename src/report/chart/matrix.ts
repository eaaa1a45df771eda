import { undefinedMark } from '../../stats/figure-words.ts';
import type { ChartBlock, DataTable } from '../block.ts';
import { numberWords } from '../number-words.ts';
import { shortened } from '../shortened.ts';
import { chartName, marginFor } from './frame.ts';

/** Counts by row and column, such as what two annotators said, or gold and predicted labels; or figures of pairs. */
export interface Matrix {
  /** A sentence that can stand for the chart. */
  readonly name: string;
  /** Of the table. */
  readonly caption: string;
  /** What rows and columns are: `gold`, `predicted`. */
  readonly rowName: string;
  readonly columnName: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column; `null` for what is not defined. */
  readonly counts: readonly (readonly (number | null)[])[];
  /** As those of a column. */
  readonly digits?: number;
  /** How dark a square is, from 0 to 1, of what are no counts; by default its share of the row. */
  readonly shadeOf?: (value: number) => number;
}

const columnWidth = 116;
/** Characters that its name has room for. */
const maxColumnChars = 16;
/** How opaque the square of a whole row is: text stays legible on it, light or dark. */
const mostOpacity = 0.45;

/** Squares that are darker the larger their share of the row, each with its number. */
export function matrixChart(matrix: Matrix): ChartBlock {
  const { name, caption, rowName, columnName, rows, columns, counts, digits, shadeOf } = matrix;
  const table: DataTable = {
    caption,
    columns: [
      { name: `${rowName} \\ ${columnName}` },
      ...columns.map((column) => ({ name: column, isNumber: true, ...(digits !== undefined && { digits }) })),
    ],
    rows: rows.map((row, at) => [row, ...columns.map((_, which) => counts[at]?.[which] ?? null)]),
  };
  return {
    kind: 'chart',
    name,
    table,
    isFixed: true,
    plot: (plot) => {
      const marginLeft = marginFor(rows);
      const squares = rows.flatMap((_, row) => {
        const all = (counts[row] ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0);
        const shareOf = shadeOf ?? ((count: number): number => (all === 0 ? 0 : count / all));
        return columns.map((_, column) => {
          const count = counts[row]?.[column] ?? null;
          return { row, column, count, share: count === null ? 0 : Math.min(1, Math.max(0, shareOf(count))) };
        });
      });
      return {
        width: marginLeft + columns.length * columnWidth + 12,
        height: rows.length * 42 + 48,
        marginLeft,
        marginRight: 12,
        marginTop: 44,
        marginBottom: 4,
        x: { type: 'band', domain: columns.map((_, at) => at), padding: 0.04, axis: null },
        y: { type: 'band', domain: rows.map((_, at) => at), padding: 0.08, axis: null },
        marks: [
          plot.cell(squares, {
            x: 'column',
            y: 'row',
            fill: 'var(--accent)',
            fillOpacity: { value: ({ share }: { share: number }) => share * mostOpacity, scale: null },
            stroke: 'var(--rule)',
          }),
          plot.text(squares, {
            x: 'column',
            y: 'row',
            text: ({ count }: { count: number | null }) =>
              count === null ? undefinedMark : numberWords(count, digits),
            fontSize: 12.5,
          }),
          plot.text(columns, {
            x: (_: unknown, at: number) => at,
            frameAnchor: 'top',
            dy: -12,
            text: (column: string) => shortened(column, maxColumnChars),
            fontSize: 12,
          }),
          plot.text([`${columnName} →`], {
            frameAnchor: 'top-left',
            dy: -34,
            fill: 'var(--soft)',
            fontSize: 12,
          }),
          plot.text(rows, {
            y: (_: unknown, at: number) => at,
            frameAnchor: 'left',
            textAnchor: 'end',
            dx: -8,
            text: (row: string) => chartName(row),
            fontSize: 12.5,
          }),
        ],
      };
    },
  };
}
