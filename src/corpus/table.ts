import type { EvidenceRecord } from './article.ts';
import { isCell } from './evidence-kind.ts';

/** One table of an article as a grid. */
export interface Table {
  /** The `t` of its ids. */
  readonly number: number;
  readonly kind: 'infobox' | 'general';
  readonly caption?: EvidenceRecord;
  readonly rowCount: number;
  readonly columnCount: number;
  /** `rows[row][column]`; `undefined` where a span or a lost row leaves a gap. */
  readonly rows: readonly (readonly (EvidenceRecord | undefined)[])[];
}

/**
 * Grids with more places than these are not laid out: a hostile id such as `cell_0_999999999_0` must not ask for its memory. The
 * limit grows with the cells, so that laying out all tables of an article is linear in its length.
 */
const maxPlacesPerCell = 64;

/** The tables of an article in order of their numbers. A table whose grid is nearly empty (over 64 places a cell) has no rows. */
export function tablesOf(records: readonly EvidenceRecord[]): Table[] {
  const byNumber = new Map<number, EvidenceRecord[]>();
  for (const record of records) {
    const number = record.numbers[0];
    const inTable = isCell(record.kind) || record.kind.startsWith('table_');
    if (!inTable || number === undefined) continue;
    const members = byNumber.get(number);
    if (members === undefined) byNumber.set(number, [record]);
    else members.push(record);
  }
  return [...byNumber.entries()]
    .sort(([a], [b]) => a - b)
    .map(([number, members]) => layOut(number, members));
}

function layOut(number: number, members: readonly EvidenceRecord[]): Table {
  const cells = members.filter(({ kind }) => isCell(kind));
  const rowCount = cells.reduce((most, { numbers }) => Math.max(most, (numbers[1] ?? 0) + 1), 0);
  const columnCount = cells.reduce((most, { numbers }) => Math.max(most, (numbers[2] ?? 0) + 1), 0);
  const rows: (EvidenceRecord | undefined)[][] = [];
  if (rowCount * columnCount <= maxPlacesPerCell * cells.length) {
    for (let row = 0; row < rowCount; row++)
      rows.push(new Array<EvidenceRecord | undefined>(columnCount).fill(undefined));
    for (const cell of cells) {
      const row = rows[cell.numbers[1] ?? 0];
      // The first of two cells with one id stands; the second is a finding.
      if (row !== undefined) row[cell.numbers[2] ?? 0] ??= cell;
    }
  }
  const caption = members.find(({ kind }) => kind === 'table_caption');
  return {
    number,
    kind: members.some(({ kind }) => kind === 'table_infobox') ? 'infobox' : 'general',
    ...(caption && { caption }),
    rowCount,
    columnCount,
    rows,
  };
}

/** The header cells of a cell's row and of its column, nearest first. */
export interface CellHeaders {
  readonly row: readonly string[];
  readonly column: readonly string[];
}

/**
 * The headers of all cells of a table that are no header cells: the nearest header to the left and above, and those that
 * adjoin it. The tagged text has lost the spans, so a gap counts as the end of a column span where a column is walked
 * (the cell to its left covers it). Where a row is walked, it is the end of a column span behind a plain cell and otherwise
 * that of a row span (what stands above covers it).
 * One pass over the grid; cells under the same headers share one list.
 *
 * @see the context lists of the published FEVEROUS data, made by its annotation tool.
 */
export function headersOf(table: Table): Map<EvidenceRecord, CellHeaders> {
  const headers = new Map<EvidenceRecord, CellHeaders>();
  // A grid that was not laid out can still claim a thousand million columns.
  if (table.rows.length === 0) return headers;
  const inColumn = Array.from({ length: table.columnCount }, () => new HeaderRun());
  /** What covers the place above, as a row is walked. */
  const above: (EvidenceRecord | undefined)[] = [];
  for (const row of table.rows) {
    const inRow = new HeaderRun();
    let left: EvidenceRecord | undefined;
    inColumn.forEach((columnRun, column) => {
      const cell = row[column];
      if (cell?.kind === 'cell') headers.set(cell, { row: inRow.nearest(), column: columnRun.nearest() });
      left = cell ?? left;
      above[column] = cell ?? (left?.kind === 'cell' ? left : above[column]);
      inRow.pass(above[column]);
      columnRun.pass(left);
    });
  }
  return headers;
}

/** The header cells passed last that adjoin each other, while a row or a column is walked. */
class HeaderRun {
  #ids: string[] = [];
  #isOpen = false;
  #nearest: readonly string[] | undefined = [];

  pass(cell: EvidenceRecord | undefined): void {
    if (cell?.kind !== 'header_cell') {
      this.#isOpen = false;
      return;
    }
    if (!this.#isOpen) this.#ids = [];
    this.#isOpen = true;
    this.#ids.push(cell.id);
    this.#nearest = undefined;
  }

  /** Their ids, the one passed last first. */
  nearest(): readonly string[] {
    this.#nearest ??= this.#ids.toReversed();
    return this.#nearest;
  }
}

/** The records, cells with their place in the table and the header cells of their row and column. */
export function placeCells(records: readonly EvidenceRecord[]): EvidenceRecord[] {
  const headers = new Map<EvidenceRecord, CellHeaders>();
  for (const table of tablesOf(records)) {
    for (const [cell, found] of headersOf(table)) headers.set(cell, found);
  }
  return records.map((record) => {
    const [table, row, column] = record.numbers;
    if (!isCell(record.kind) || table === undefined || row === undefined || column === undefined)
      return record;
    const found = headers.get(record);
    return {
      ...record,
      cell: { table, row, column, rowHeaders: found?.row ?? [], columnHeaders: found?.column ?? [] },
    };
  });
}
