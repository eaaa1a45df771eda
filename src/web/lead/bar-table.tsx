import type { JSX } from 'preact';
import './bar-table.css';

export interface BarRow {
  readonly name: string;
  /** How long the bar is, from 0 to 1 of the longest. */
  readonly length: number;
  /** What stands behind the bar, a cell each. */
  readonly cells: readonly string[];
  /** Which colour: that of a label, or that of all. */
  readonly tone?: 'supports' | 'refutes' | 'nei';
}

export interface BarTableProps {
  /** Said to screen readers. */
  readonly caption: string;
  /** Of the names, then of the cells. */
  readonly heads: readonly string[];
  readonly rows: readonly BarRow[];
}

/** Numbers with a bar each: a table that is also a chart. */
export function BarTable({ caption, heads, rows }: BarTableProps): JSX.Element {
  const [first, ...others] = heads;
  return (
    <table class="bar-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <td class="bar-table-bar" />
          {others.map((head) => (
            <th key={head} scope="col" class="bar-table-number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, length, cells, tone }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="bar-table-bar">
              <span
                class={`bar-table-fill${tone === undefined ? '' : ` bar-table-${tone}`}`}
                style={{ width: `${length * 100}%` }}
              />
            </td>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]} class="bar-table-number">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
