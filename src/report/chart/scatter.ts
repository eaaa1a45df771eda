import type { ChartBlock, DataTable } from '../block.ts';
import { colorsOfLabels } from './label-colors.ts';

/** Things with two numbers, each in the colour and with the mark of its group. */
export interface Scatter {
  /** A sentence that can stand for the chart. */
  readonly name: string;
  /** What the chart shows in numbers: points alone are no table that anybody reads. */
  readonly table: DataTable;
  readonly xName: string;
  readonly yName: string;
  /** What the axes go from and to. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Labels, as the legend has them. */
  readonly groups: readonly string[];
  readonly points: readonly ScatterPoint[];
  /** Lines that part the plane, from one point to another. */
  readonly borders?: readonly {
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  }[];
  /** Names of the parts, each at its place. */
  readonly parts?: readonly { readonly name: string; readonly x: number; readonly y: number }[];
}

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Position of its group. */
  readonly group: number;
}

const chartHeight = 420;
/** Marks that are told apart without their colour. */
const symbols = ['circle', 'times', 'triangle', 'square', 'diamond', 'plus', 'star'] as const;
const signs = ['○', '×', '△', '□', '◇', '+', '☆'];

/** Points on two axes. */
export function scatterChart(scatter: Scatter): ChartBlock {
  const { name, table, xName, yName, x, y, groups, points, borders = [], parts = [] } = scatter;
  const colors = colorsOfLabels(groups);
  return {
    kind: 'chart',
    name,
    table,
    legend: groups.map((name, at) => ({
      name,
      color: colors[at] as string,
      sign: signs[at % signs.length] as string,
    })),
    plot: (plot, width) => ({
      width,
      height: Math.min(chartHeight, width),
      marginLeft: 52,
      marginRight: 12,
      marginTop: 12,
      marginBottom: 44,
      x: { domain: [...x], ticks: 5, label: xName, labelArrow: 'none', labelAnchor: 'center' },
      y: { domain: [...y], ticks: 5, label: yName, labelArrow: 'none', labelAnchor: 'center' },
      marks: [
        plot.gridX({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12 }),
        plot.gridY({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12 }),
        plot.link(borders, {
          x1: ({ from }: { from: readonly number[] }) => from[0],
          y1: ({ from }: { from: readonly number[] }) => from[1],
          x2: ({ to }: { to: readonly number[] }) => to[0],
          y2: ({ to }: { to: readonly number[] }) => to[1],
          stroke: 'var(--soft)',
          strokeDasharray: '4 3',
        }),
        ...groups.map((_, group) =>
          plot.dot(
            points.filter((point) => point.group === group),
            {
              x: 'x',
              y: 'y',
              r: 3,
              symbol: symbols[group % symbols.length] as string,
              stroke: colors[group] as string,
              strokeOpacity: 0.75,
              strokeWidth: 1.3,
            },
          ),
        ),
        plot.text(parts, {
          x: 'x',
          y: 'y',
          text: 'name',
          fontSize: 13,
          fill: 'currentColor',
          stroke: 'var(--page)',
          strokeWidth: 4,
        }),
      ],
    }),
  };
}
