import { undefinedMark } from '../../stats/figure-words.ts';
import type { ChartBlock, DataTable } from '../block.ts';
import { numberWords } from '../number-words.ts';
import { shortened } from '../shortened.ts';
import { chartName, chartWidths, marginFor } from './frame.ts';

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

/** Of a column, in pixels: as wide as the longest of FEVER's labels asks for, and narrower where there are many columns. */
const columnWidth = { most: 116, least: 52 };
/** Of a character in the name of a column. */
const charWidth = 7.2;
const marginRight = 12;
/** Characters of what the rows and the columns are. */
const maxCornerChars = 16;
const maxColumnNameChars = 48;
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
      const corner = `${shortened(rowName, maxCornerChars)} ↓`;
      const marginLeft = marginFor([...rows, corner]);
      const room = (chartWidths.wide - marginLeft - marginRight) / Math.max(1, columns.length);
      const width = Math.max(columnWidth.least, Math.min(columnWidth.most, Math.floor(room)));
      const squares = rows.flatMap((_, row) => {
        const all = (counts[row] ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0);
        const shareOf = shadeOf ?? ((count: number): number => (all === 0 ? 0 : count / all));
        return columns.map((_, column) => {
          const count = counts[row]?.[column] ?? null;
          return { row, column, count, share: count === null ? 0 : Math.min(1, Math.max(0, shareOf(count))) };
        });
      });
      return {
        width: marginLeft + columns.length * width + marginRight,
        height: rows.length * 42 + 48,
        marginLeft,
        marginRight,
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
            text: (column: string) => shortened(column, Math.floor(width / charWidth)),
            fontSize: 12,
          }),
          plot.text([`${columnName} →`], {
            text: (name: string) => shortened(name, maxColumnNameChars),
            frameAnchor: 'top-left',
            dy: -34,
            fill: 'var(--soft)',
            fontSize: 12,
          }),
          plot.text([corner], {
            frameAnchor: 'top-left',
            textAnchor: 'end',
            dx: -8,
            dy: -16,
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
