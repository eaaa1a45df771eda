import type { EvidenceRecord } from '../../corpus/article.ts';
import type { Table } from '../../corpus/table.ts';

/** What stands a second time in a table. */
export interface RowCopies {
  /** The first row with the same cells, by row. */
  readonly firstRow: ReadonlyMap<number, number>;
  /** The rows whose cells a cell holds all together, by the cell. */
  readonly nested: ReadonlyMap<EvidenceRecord, NestedRows>;
}

export interface NestedRows {
  readonly first: number;
  readonly last: number;
}

/** A cell holds rows if they are this much of its text: "1990" and "12" stand in many a text by chance. */
const leastShare = 0.5;
/** Rows that follow a cell and are compared with it at most. */
const maxNestedRows = 200;

const known = new WeakMap<Table, RowCopies>();

/** The copies in a table: rows that are the same, and cells that hold the rows below them. Looked for once a table. */
export function rowCopiesOf(table: Table): RowCopies {
  let copies = known.get(table);
  if (copies === undefined) {
    copies = { firstRow: findSameRows(table), nested: findNestedRows(table) };
    known.set(table, copies);
  }
  return copies;
}

function findSameRows({ rows }: Table): Map<number, number> {
  const firstRow = new Map<number, number>();
  const seen = new Map<string, number>();
  for (const [row, cells] of rows.entries()) {
    // A row of one text is often a heading between others, which may come again.
    if (cells.filter((cell) => cell !== undefined && cell.text !== '').length < 2) continue;
    const key = JSON.stringify(
      cells.map((cell) => (cell === undefined ? null : [cell.kind, squash(cell.text)])),
    );
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else firstRow.set(row, first);
  }
  return firstRow;
}

/**
 * A table inside a cell is read twice by the generator: as the text of the cell, and as rows of their own behind it.
 *
 * @see the infobox of the reference article, whose cell of row 1 holds rows 2 to 5
 */
function findNestedRows({ rows }: Table): Map<EvidenceRecord, NestedRows> {
  const nested = new Map<EvidenceRecord, NestedRows>();
  const texts = rows.map((cells) => squash(cells.map((cell) => cell?.text ?? '').join('')));
  const filled = rows.map((cells) => cells.filter((cell) => cell !== undefined && cell.text !== '').length);
  for (const [row, cells] of rows.entries()) {
    for (const cell of cells) {
      if (cell === undefined || cell.text === '' || cell.text.length < (texts[row + 1]?.length ?? 0))
        continue;
      const text = squash(cell.text);
      let last = row;
      let held = 0;
      let from = 0;
      while (last - row < maxNestedRows && (filled[last + 1] ?? 0) >= 2) {
        const next = texts[last + 1] as string;
        const at = text.indexOf(next, from);
        if (at < 0) break;
        from = at + next.length;
        held += next.length;
        last += 1;
      }
      if (last > row && held >= text.length * leastShare) nested.set(cell, { first: row + 1, last });
    }
  }
  return nested;
}

function squash(text: string): string {
  return text.replace(/\s+/g, '');
}
