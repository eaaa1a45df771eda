import type { DraftArticle, DraftCell, DraftElement, DraftSection, DraftTable } from './draft-article.ts';
import { type EvidenceId, formatEvidenceId, parseEvidenceId } from './evidence-id.ts';
import type { EvidenceKind } from './evidence-kind.ts';

/**
 * The ids that tell what a record is about, as {@link contextOf} has them, but from a draft, which still knows the levels of headings
 * and the spans of cells: title, headings from the outermost to the innermost, header cells of the row and then of the column,
 * nearest first. A heading without a level stands alone. `undefined` for an id that the article does not have.
 *
 * @see the context lists of the published FEVEROUS data, made by its annotation tool.
 */
export function contextOfDraft({ title, elements }: DraftArticle, id: string): string[] | undefined {
  const parts = partsOf(title, id);
  if (parts === undefined) return undefined;
  const at = elements.findIndex((element) => holds(element, parts));
  const element = elements[at];
  if (element === undefined) return undefined;
  const idOf = (kind: EvidenceKind, ...numbers: number[]) => formatEvidenceId({ title, kind, numbers });
  const headings = element.kind === 'section' ? [] : headingsAbove(elements, at);
  const headers =
    element.kind === 'table' && parts.kind === 'cell' ? headersAbout(element, parts.numbers) : [];
  return [
    idOf('title'),
    ...headings.map(({ number }) => idOf('section', number)),
    ...headers.map(({ row, column }) => idOf('header_cell', element.number, row, column)),
  ];
}

/** The parts of an id of an article; its title may end with what looks like a kind. */
function partsOf(title: string, id: string): EvidenceId | undefined {
  if (!id.startsWith(`${title}_`)) return undefined;
  const parts = parseEvidenceId(`-${id.slice(title.length)}`);
  return parts?.title === '-' ? parts : undefined;
}

function holds(element: DraftElement, { kind, numbers }: EvidenceId): boolean {
  const [number, second, third] = numbers;
  if (element.number !== number) return false;
  switch (element.kind) {
    case 'sentence':
    case 'section':
      return element.kind === kind;
    case 'table':
      if (kind === 'table_caption') return element.caption !== undefined;
      if (kind === 'cell' || kind === 'header_cell')
        return element.cells.some(
          ({ row, column, isHeader }) =>
            row === second && column === third && isHeader === (kind === 'header_cell'),
        );
      return kind === `table_${element.type}`;
    case 'list':
      if (kind === 'item') return element.items.some((item) => item.number === second);
      return kind === element.type;
  }
}

/** The headings that an element stands under, the outermost first. */
function headingsAbove(elements: readonly DraftElement[], at: number): DraftSection[] {
  const found: DraftSection[] = [];
  for (let which = at - 1; which >= 0; which--) {
    const element = elements[which];
    if (element?.kind !== 'section') continue;
    const inner = found[0];
    if (inner === undefined) found.unshift(element);
    else if (inner.level === undefined) break;
    else if (element.level !== undefined && element.level < inner.level) found.unshift(element);
  }
  return found;
}

/** The header cells of a cell's row and of its column, nearest first: the nearest run of them on each way. */
function headersAbout({ cells }: DraftTable, [, row = 0, column = 0]: readonly number[]): DraftCell[] {
  const toTheLeft = cells
    .filter((cell) => covers(cell.row, cell.rowSpan, row) && lastOf(cell.column, cell.columnSpan) < column)
    .sort((a, b) => b.column - a.column);
  const above = cells
    .filter((cell) => covers(cell.column, cell.columnSpan, column) && lastOf(cell.row, cell.rowSpan) < row)
    .sort((a, b) => b.row - a.row);
  return [...new Set([...firstRun(toTheLeft), ...firstRun(above)])];
}

/** The header cells of the first run of them. */
function firstRun(cells: readonly DraftCell[]): readonly DraftCell[] {
  const start = cells.findIndex(({ isHeader }) => isHeader);
  if (start < 0) return [];
  const length = cells.slice(start).findIndex(({ isHeader }) => !isHeader);
  return length < 0 ? cells.slice(start) : cells.slice(start, start + length);
}

function covers(first: number, span: number | undefined, place: number): boolean {
  return first <= place && place <= lastOf(first, span);
}

function lastOf(first: number, span = 1): number {
  return first + span - 1;
}
