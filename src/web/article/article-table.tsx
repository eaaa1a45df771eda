import type { JSX } from 'preact';
import type { Grid, Unit } from '../../annotate/article/article-layout.ts';
import { words } from '../words/words.ts';
import { TextUnit } from './text-unit.tsx';

export interface ArticleTableProps {
  readonly grid: Grid;
  readonly caption: Unit | undefined;
}

/** A table as a grid: header cells, cells, and gaps where spans or lost cells leave them. */
export function ArticleTable({ grid, caption }: ArticleTableProps): JSX.Element {
  const { table, rows, headerRows } = grid;
  const isInfobox = table.kind === 'infobox';
  const name = isInfobox ? words.article.infoboxLabel : words.article.tableLabel(table.number);
  const drawn = rows.map((row, at) => <TableRow row={row} grid={grid} isHeader={at < headerRows} />);
  return (
    <div
      class="article-table"
      data-table={table.number}
      data-kind={table.kind}
      style={{ containIntrinsicBlockSize: `auto ${Math.round(rows.length * 2.5 + 3)}rem` }}
    >
      <div class="article-table-name">{name}</div>
      {caption !== undefined && (
        <div
          class="article-caption"
          role="listbox"
          aria-multiselectable="true"
          aria-label={words.article.captionLabel(table.number)}
        >
          <TextUnit unit={caption} />
        </div>
      )}
      {rows.length > 0 && (
        <div
          class="article-table-scroll"
          data-label={words.article.scrollLabel(caption?.record.text || name)}
        >
          {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells can be chosen. */}
          <table role="grid" aria-multiselectable="true" aria-label={caption?.record.text || name}>
            {headerRows > 0 && <thead>{drawn.slice(0, headerRows)}</thead>}
            {headerRows < drawn.length && <tbody>{drawn.slice(headerRows)}</tbody>}
          </table>
        </div>
      )}
      <div class="article-table-headers" />
    </div>
  );
}

interface TableRowProps {
  readonly row: readonly (Unit | undefined)[];
  readonly grid: Grid;
  readonly isHeader: boolean;
}

function TableRow({ row, grid, isHeader }: TableRowProps): JSX.Element {
  const { columnCount } = grid.table;
  const cells = row.filter((unit) => unit !== undefined);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) {
    // A cell alone in its row reaches over all that follows, as a heading inside of a table does.
    const at = row.indexOf(only);
    return (
      <tr>
        {row.slice(0, at).map(() => (
          <Gap />
        ))}
        <TableCell unit={only} span={columnCount - at} scope="col" />
      </tr>
    );
  }
  return (
    <tr>
      {row.map((unit) =>
        unit === undefined ? <Gap /> : <TableCell unit={unit} span={1} scope={isHeader ? 'col' : 'row'} />,
      )}
    </tr>
  );
}

interface TableCellProps {
  readonly unit: Unit;
  readonly span: number;
  /** Of a header cell. */
  readonly scope: 'row' | 'col';
}

function TableCell({ unit, span, scope }: TableCellProps): JSX.Element {
  const { id, record, isChoosable } = unit;
  const isHeader = record.kind === 'header_cell';
  const shared = {
    class: 'article-cell',
    'aria-selected': false,
    'data-id': id,
    tabIndex: -1,
    dir: 'auto',
    ...(!isChoosable && { 'aria-disabled': true }),
    ...(span > 1 && { colSpan: span }),
  } as const;
  const content =
    record.text === '' ? (
      <span class="article-empty visually-hidden">{words.article.emptyCell}</span>
    ) : (
      record.text
    );
  return isHeader ? (
    <th scope={scope} {...shared}>
      {content}
    </th>
  ) : (
    <td {...shared}>{content}</td>
  );
}

function Gap(): JSX.Element {
  return (
    <td class="article-gap">
      <span class="visually-hidden">{words.article.gap}</span>
    </td>
  );
}
