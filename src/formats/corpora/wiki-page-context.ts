import { isObject } from '../../text/is-object.ts';
import type { FeverousPage } from './feverous-pages.ts';

/** The context of an element by its local id, such as `cell_0_2_1`; `undefined` where the official program fails. */
export type WikiPageContext = (id: string) => readonly string[] | undefined;

/**
 * The contexts that `WikiPage.get_context` of the official program (PyPI `feverous`) gives, as local ids with `_title` for the title:
 * for comparing with what was made with it. It is not what FEVEROUS published, see `contextOfDraft`: headings stand from the innermost
 * out, and those before a deeper one are lost; cells have no title; a header cell that spans rows stands twice; elements of tables
 * that it drops have none. Its header cells come in no order; here nearest first.
 *
 * @param page one that `draftOfFeverousPage` reads
 */
export function wikiPageContext(page: FeverousPage): WikiPageContext {
  const tables = new Map<string, Grid>();
  const lists = new Set<string>();
  const kept = new Set<string>();
  for (const key of Object.keys(page)) {
    const value = page[key];
    if (key === 'title' || key === 'order') continue;
    if (key.startsWith('table_')) {
      const grid = isObject(value) ? gridOf(value) : undefined;
      if (grid === undefined) continue;
      tables.set(key, grid);
    } else if (key.startsWith('list_')) {
      if (!isObject(value) || !isKeptList(value)) continue;
      lists.add(key);
    } else if (!key.startsWith('sentence_') && !key.startsWith('section_')) continue;
    kept.add(key);
  }
  const order = page.order.filter((key) => kept.has(key));
  const levelOf = (key: string): number => {
    const value = page[key];
    return isObject(value) ? Number(value.level) : 0;
  };
  const headings = (key: string): string[] | undefined => {
    const at = order.indexOf(key);
    return at < 0 ? undefined : headingsBefore(order.slice(0, at), levelOf);
  };
  const titled = (key: string | undefined): string[] | undefined => {
    const sections = key === undefined ? undefined : headings(key);
    return sections === undefined ? undefined : ['_title', ...sections];
  };
  const withNumber = (keys: Iterable<string>, number: string | undefined): string | undefined =>
    [...keys].find((key) => key.split('_').at(-1) === number);
  return (id) => {
    if (id.startsWith('sentence_')) return titled(id);
    if (id.startsWith('item_')) return titled(withNumber(lists, id.split('_')[1]));
    if (id.startsWith('header_cell_')) return titled(withNumber(tables.keys(), id.split('_')[2]));
    if (id.startsWith('table_caption_')) return titled(withNumber(tables.keys(), id.split('_')[2]));
    if (!id.startsWith('cell_')) return [];
    const key = withNumber(tables.keys(), id.split('_')[1]);
    const sections = key === undefined ? undefined : headings(key);
    const headers = headersOf(tables.get(key ?? '') ?? [], id);
    return sections === undefined || headers === undefined ? undefined : [...sections, ...headers];
  };
}

/** A cell of a grid, the same object at each place that it covers. */
interface GridCell {
  readonly id: string;
  readonly isHeader: boolean;
}

type Grid = readonly (readonly GridCell[])[];

/** More places than these are not laid out: spans of a hostile table must not ask for their memory. */
const maxPlaces = 1_000_000;

/** The table with each cell at all places of its row or of its column; `undefined` for one that the official program drops. */
function gridOf({ table, type }: Readonly<Record<string, unknown>>): Grid | undefined {
  if (!Array.isArray(table) || table.length === 0 || type === undefined) return undefined;
  const rows = table as readonly (readonly Readonly<Record<string, unknown>>[])[];
  const width = (rows[0] ?? []).reduce((sum, { column_span }) => sum + wholeNumber(column_span), 0);
  if (Number.isNaN(width) || width * rows.length > maxPlaces) return undefined;
  const grid = rows.map(() => new Array<GridCell | undefined>(Math.max(0, width)).fill(undefined));
  for (const [at, row] of rows.entries()) {
    for (const { id, is_header, column_span, row_span } of row) {
      const free = (grid[at] ?? []).indexOf(undefined);
      const column = free < 0 ? width : free;
      const [columns, height] = [wholeNumber(column_span), wholeNumber(row_span)];
      if (Number.isNaN(columns) || Number.isNaN(height) || typeof is_header !== 'boolean') return undefined;
      const cell = { id: String(id), isHeader: is_header };
      const place = (rowAt: number, columnAt: number): void => {
        const line = grid[rowAt];
        if (line !== undefined) line[columnAt] = cell;
      };
      for (let more = 0; more < Math.min(columns, width - column); more++) place(at, column + more);
      const last = Math.min(height, rows.length - at);
      // Behind the last column there is no place.
      if (column >= width && last > 0) return undefined;
      for (let more = 0; more < last; more++) place(at + more, column);
    }
  }
  // A place that no cell covers.
  return grid.every((line) => !line.includes(undefined)) ? (grid as Grid) : undefined;
}

/** A number as Python's `int` takes it; NaN for what it does not. */
function wholeNumber(value: unknown): number {
  if (typeof value === 'number') return Math.trunc(value);
  return typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : Number.NaN;
}

/** The official program keeps lists with a text, none deeper than ten levels. */
function isKeptList({ list }: Readonly<Record<string, unknown>>): boolean {
  if (!Array.isArray(list)) return false;
  const items = list.filter(isObject);
  return items.some(({ value }) => value !== '') && items.every(({ level }) => Number(level) <= 10);
}

/** The headings before an element as the official program finds them: it ends at the first that is deeper than the one behind it. */
function headingsBefore(before: readonly string[], levelOf: (key: string) => number): string[] {
  const found: string[] = [];
  for (const key of before.toReversed()) {
    if (!key.startsWith('section_')) continue;
    const last = found.at(-1);
    if (last === undefined || levelOf(last) > levelOf(key)) found.push(key);
    else if (levelOf(last) < levelOf(key)) break;
  }
  return found;
}

/** The header cells of a cell's row, then of its column; of a cell at several places those of the last. */
function headersOf(grid: Grid, id: string): string[] | undefined {
  let [row, column] = [-1, -1];
  for (const [at, line] of grid.entries()) {
    for (const [which, cell] of line.entries()) if (cell.id === id) [row, column] = [at, which];
  }
  if (row < 0) return undefined;
  const toTheLeft = (grid[row] ?? []).slice(0, column).toReversed();
  const above = grid
    .slice(0, row)
    .flatMap((line) => line[column] ?? [])
    .toReversed();
  return [...firstRun(toTheLeft), ...firstRun(above)];
}

/** The ids of the header cells of the first run of them. */
function firstRun(cells: readonly GridCell[]): string[] {
  const start = cells.findIndex(({ isHeader }) => isHeader);
  if (start < 0) return [];
  const length = cells.slice(start).findIndex(({ isHeader }) => !isHeader);
  return cells.slice(start, length < 0 ? cells.length : start + length).map(({ id }) => id);
}
