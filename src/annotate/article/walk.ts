import { type ArticleLayout, type Grid, isGrid, type Stop, type Unit } from './article-layout.ts';

/** Whether an element is shown: with a filter on, not all are. */
export type IsShown = (unit: Unit) => boolean;

/** Where a grid is entered: at the first cell that is shown, or at the last row's first one when one comes from below. */
function entranceOf(grid: Grid, step: 1 | -1, isShown: IsShown): Unit | undefined {
  const rows = step === 1 ? grid.rows : grid.rows.toReversed();
  for (const row of rows) {
    const cell = row.find((unit) => unit !== undefined && isShown(unit));
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/**
 * The next element, or the one before; in a table the one below or above, and behind its edge that which follows the table.
 *
 * @param column where one walks down in a table; by default that of the element. A cell that reaches over others leads back to it.
 */
export function nextUnit(
  layout: ArticleLayout,
  from: string | undefined,
  step: 1 | -1,
  isShown: IsShown,
  column?: number,
): Unit | undefined {
  const unit = from === undefined ? undefined : layout.units.get(from);
  if (unit === undefined) return unitFrom(layout, step === 1 ? 0 : layout.stops.length - 1, step, isShown);
  if (unit.grid !== undefined) {
    const inGrid = cellBeyond(unit, { rows: step, columns: 0 }, isShown, column);
    if (inGrid !== undefined) return inGrid;
  }
  return unitFrom(layout, stopOf(layout, unit) + step, step, isShown);
}

/** The first element of the next section that has one, or of this one, or of the one before where this one begins. */
export function nextSection(
  layout: ArticleLayout,
  from: string | undefined,
  step: 1 | -1,
  isShown: IsShown,
): Unit | undefined {
  const unit = from === undefined ? undefined : layout.units.get(from);
  if (unit === undefined) return nextUnit(layout, undefined, step, isShown);
  const first = (section: number) => {
    const at = layout.stops.findIndex((stop) => stop.section === section);
    const found = at < 0 ? undefined : unitFrom(layout, at, 1, isShown);
    return found?.section === section ? found : undefined;
  };
  if (step === -1) {
    const start = first(unit.section);
    if (start !== undefined && start !== unit) return start;
  }
  for (let section = unit.section + step; layout.sections[section] !== undefined; section += step) {
    const found = first(section);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first cell of the next table, or of the last one before where none follows. */
export function nextTable(
  layout: ArticleLayout,
  from: string | undefined,
  isShown: IsShown,
): Unit | undefined {
  const unit = from === undefined ? undefined : layout.units.get(from);
  const at = unit === undefined ? -1 : stopOf(layout, unit);
  const entrances = (stops: readonly Stop[]) => {
    for (const stop of stops) {
      const found = isGrid(stop) ? entranceOf(stop, 1, isShown) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (
    entrances(layout.stops.slice(at + 1)) ??
    (unit?.grid === undefined ? entrances(layout.stops.slice(0, Math.max(at, 0)).toReversed()) : undefined)
  );
}

/** The element behind the table in which one stands, or else the one before it. */
export function beyondTable(layout: ArticleLayout, unit: Unit, isShown: IsShown): Unit | undefined {
  const at = stopOf(layout, unit);
  return unitFrom(layout, at + 1, 1, isShown) ?? unitFrom(layout, at - 1, -1, isShown);
}

/** A step over the cells: gaps and what is not shown are passed over. `undefined` at the edge, and outside of tables. */
export function cellBeyond(
  unit: Unit,
  step: { readonly rows: number; readonly columns: number },
  isShown: IsShown,
  startColumn?: number,
): Unit | undefined {
  const { grid } = unit;
  if (grid === undefined) return undefined;
  const place = { ...placeOf(unit), ...(startColumn !== undefined && { column: startColumn }) };
  for (
    let row = place.row + step.rows, column = place.column + step.columns;
    grid.rows[row] !== undefined && column >= 0 && column < grid.table.columnCount;
    row += step.rows, column += step.columns
  ) {
    const cell = step.columns === 0 ? nearestInRow(grid, row, column, isShown) : grid.rows[row]?.[column];
    if (cell !== undefined && isShown(cell)) return cell;
  }
  return undefined;
}

/** The first or last cell of the row, or of the table. */
export function cellAtEnd(
  unit: Unit,
  end: 'row-start' | 'row-end' | 'start' | 'end',
  isShown: IsShown,
): Unit | undefined {
  const { grid } = unit;
  if (grid === undefined) return undefined;
  const cells = end === 'start' || end === 'end' ? grid.rows.flat() : (grid.rows[placeOf(unit).row] ?? []);
  const shown = cells.filter((cell) => cell !== undefined && isShown(cell));
  return end === 'start' || end === 'row-start' ? shown[0] : shown.at(-1);
}

/** The cells of the unit's row that can be evidence. */
export function rowOf(unit: Unit): Unit[] {
  return (unit.grid?.rows[placeOf(unit).row] ?? []).filter(isChoosable);
}

/** The cells of the unit's column that can be evidence. */
export function columnOf(unit: Unit): Unit[] {
  const { column } = placeOf(unit);
  return (unit.grid?.rows ?? []).map((row) => row[column]).filter(isChoosable);
}

/** What can be evidence from one element to another: in one table the cells of the rectangle, otherwise the text between, without tables. */
export function rangeBetween(layout: ArticleLayout, from: string, to: string): Unit[] {
  const [a, b] = [layout.units.get(from), layout.units.get(to)];
  if (a === undefined || b === undefined) return [];
  if (a.grid !== undefined && a.grid === b.grid) {
    const [one, other] = [placeOf(a), placeOf(b)];
    const columns = [one.column, other.column].sort((x, y) => x - y);
    const rows = [one.row, other.row].sort((x, y) => x - y);
    return a.grid.rows
      .slice(rows[0], (rows[1] ?? 0) + 1)
      .flatMap((row) => row.slice(columns[0], (columns[1] ?? 0) + 1))
      .filter(isChoosable);
  }
  const [first = 0, last = 0] = [stopOf(layout, a), stopOf(layout, b)].sort((x, y) => x - y);
  return layout.stops.slice(first, last + 1).filter((stop) => !isGrid(stop) && isChoosable(stop)) as Unit[];
}

function isChoosable(unit: Unit | undefined): unit is Unit {
  return unit?.isChoosable === true;
}

/** Where a cell stands in its table, from 0. */
export function placeOf({ record }: Unit): { row: number; column: number } {
  const [, row = 0, column = 0] = record.numbers;
  return { row, column };
}

function stopOf(layout: ArticleLayout, unit: Unit): number {
  return layout.positions.get(unit.grid ?? unit) ?? -1;
}

function unitFrom({ stops }: ArticleLayout, start: number, step: 1 | -1, isShown: IsShown): Unit | undefined {
  for (let at = start; ; at += step) {
    const stop = stops[at];
    if (stop === undefined) return undefined;
    const unit = isGrid(stop) ? entranceOf(stop, step, isShown) : isShown(stop) ? stop : undefined;
    if (unit !== undefined) return unit;
  }
}

/** The cell of a row that stands in the column, or the nearest to it on the left, where a span may reach from, or else on the right. */
function nearestInRow(grid: Grid, row: number, column: number, isShown: IsShown): Unit | undefined {
  const cells = grid.rows[row] ?? [];
  const found = (cell: Unit | undefined) => cell !== undefined && isShown(cell);
  return cells.slice(0, column + 1).findLast(found) ?? cells.slice(column + 1).find(found);
}
