import type { DraftCell } from '../../corpus/draft-article.ts';
import type { TableParts } from './draft-builder.ts';
import { leftOutName } from './html-left-out.ts';
import { inlineText, type TextOptions } from './html-text.ts';
import { attribute, descendants, type HtmlElement } from './html-tree.ts';

/** What browsers allow. */
const maxColumnSpan = 1_000;
/** Columns further to the right are not spanned any more: a few cells could cover millions. */
const maxColumns = 10_000;

/**
 * A table with its cells on the grid that browsers lay out. A row with a single cell without text, as images have, is left out and
 * keeps its number. Tables inside cells are text of their cell.
 */
export function readTable(
  table: HtmlElement,
  type: TableParts['type'],
  leaveOut: TextOptions['leaveOut'],
): TableParts {
  const options: TextOptions = { leaveOut, keepsBreaks: true };
  let caption: string | undefined;
  const rows: HtmlElement[] = [];
  const isInner = ({ tagName }: HtmlElement): boolean => /^(?:table|tr|caption)$/.test(tagName);
  for (const element of descendants(table, (one) => !isInner(one))) {
    if (element.tagName === 'tr') rows.push(element);
    else if (element.tagName === 'caption') {
      const { text } = inlineText(element.childNodes, { leaveOut });
      if (text !== '') caption ??= text;
    }
  }
  const cells: DraftCell[] = [];
  /** For each column the first row that is free of cells from above. */
  const free: number[] = [];
  for (const [row, element] of rows.entries()) {
    const line: DraftCell[] = [];
    let column = 0;
    for (const cell of cellsOf(element)) {
      while ((free[column] ?? 0) > row) column += 1;
      const columnSpan = column > maxColumns ? 1 : spanOf(cell, 'colspan', maxColumnSpan);
      const rowSpan = spanOf(cell, 'rowspan', rows.length - row);
      for (let at = column; at < column + columnSpan; at++) free[at] = row + rowSpan;
      const { text, links } = inlineText(cell.childNodes, options);
      line.push({
        row,
        column,
        isHeader: cell.tagName === 'th',
        text,
        ...(rowSpan > 1 && { rowSpan }),
        ...(columnSpan > 1 && { columnSpan }),
        ...(links.length > 0 && {
          links: links.map(({ start, end, target }) => ({ anchor: text.slice(start, end), target })),
        }),
      });
      column += columnSpan;
    }
    if (line.length !== 1 || line[0]?.text !== '') cells.push(...line);
  }
  return { type, ...(caption !== undefined && { caption }), cells };
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(
    (node): node is HtmlElement =>
      'tagName' in node && /^t[dh]$/.test(node.tagName) && leftOutName(node) !== '',
  );
}

/** Rows or columns that a cell covers; for rows 0 means all that are left. */
function spanOf(cell: HtmlElement, name: 'rowspan' | 'colspan', most: number): number {
  const written = /^\s*\d+/.exec(attribute(cell, name) ?? '')?.[0];
  const span = written === undefined ? 1 : Number(written);
  if (span === 0) return name === 'rowspan' ? most : 1;
  return Math.max(1, Math.min(span, most));
}
