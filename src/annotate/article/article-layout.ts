import type { Article, EvidenceRecord } from '../../corpus/article.ts';
import { startsParagraph } from '../../corpus/draft-of-article.ts';
import { isCell, isEvidence } from '../../corpus/evidence-kind.ts';
import { type Table, tablesOf } from '../../corpus/table.ts';
import { toNfc } from '../../text/normalise.ts';

/** An element of an article that can be stood on. */
export interface Unit {
  /** In Unicode normal form C. */
  readonly id: string;
  readonly record: EvidenceRecord;
  /** Whether it can be evidence: empty cells cannot. */
  readonly isChoosable: boolean;
  /** Position of its section. */
  readonly section: number;
  /** The grid it stands in; absent outside of tables. */
  readonly grid?: Grid;
}

/** A table as it is walked over. */
export interface Grid {
  readonly table: Table;
  /** Position of its section. */
  readonly section: number;
  /** `rows[row][column]` as in the table. */
  readonly rows: readonly (readonly (Unit | undefined)[])[];
  /** Rows at the top that hold nothing but header cells. */
  readonly headerRows: number;
}

/** What follows one another inside of a section. */
export type Block =
  | { readonly kind: 'text'; readonly parts: readonly Part[] }
  | { readonly kind: 'table'; readonly grid: Grid; readonly caption: Unit | undefined };

export type Part =
  | { readonly kind: 'paragraph'; readonly units: readonly Unit[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly units: readonly Unit[] }
  /** Cells of a table that is too sparse to be drawn: each stands for itself. */
  | { readonly kind: 'cells'; readonly units: readonly Unit[] };

export interface Section {
  /** Its heading; absent in the lead. */
  readonly heading: EvidenceRecord | undefined;
  readonly blocks: readonly Block[];
}

/** Where one can stop on the way through an article: at an element of the text, or at a table. */
export type Stop = Unit | Grid;

/** An article as it is read and walked through. */
export interface ArticleLayout {
  readonly title: string;
  readonly sections: readonly Section[];
  /** By id in Unicode normal form C, of two with one id the first. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly stops: readonly Stop[];
  /** Positions of the stops. */
  readonly positions: ReadonlyMap<Stop, number>;
}

/** Text is cut into blocks of so many elements, which the browser lays out when they come near. */
const unitsPerBlock = 40;

/** An article laid out: sections in the order of the text, a table where its first element stands. Linear in its length. */
export function layOutArticle({ title, records }: Article): ArticleLayout {
  const builder = new LayoutBuilder(records);
  for (const record of records) builder.add(record);
  return { title, ...builder.finish() };
}

/** Whether a stop is a table. */
export function isGrid(stop: Stop): stop is Grid {
  return 'table' in stop;
}

interface OpenPart {
  readonly kind: Part['kind'];
  readonly isOrdered: boolean;
  /** Of its list or table. */
  readonly number: number;
  readonly units: Unit[];
}

class LayoutBuilder {
  readonly #sections: { heading: EvidenceRecord | undefined; blocks: Block[] }[] = [
    { heading: undefined, blocks: [] },
  ];
  readonly #units = new Map<string, Unit>();
  readonly #stops: Stop[] = [];
  readonly #tables: ReadonlyMap<number, Table>;
  readonly #drawn = new Set<number>();
  readonly #orderedLists: ReadonlySet<number>;
  #parts: OpenPart[] = [];
  #unitsInBlock = 0;

  constructor(records: readonly EvidenceRecord[]) {
    this.#tables = new Map(tablesOf(records).map((table) => [table.number, table]));
    this.#orderedLists = new Set(
      records.filter(({ kind }) => kind === 'ordered_list').map(({ numbers }) => numbers[0] ?? 0),
    );
  }

  add(record: EvidenceRecord): void {
    const { kind } = record;
    const number = record.numbers[0] ?? 0;
    const inTable = isCell(kind) || kind.startsWith('table_');
    if (kind === 'section') {
      this.#closeBlock();
      this.#sections.push({ heading: record, blocks: [] });
    } else if (inTable) this.#addOfTable(record, number);
    else if (kind === 'item')
      this.#addToPart(record, 'list', number, () => this.#parts.at(-1)?.number === number);
    else if (kind === 'sentence') this.#addToPart(record, 'paragraph', 0, () => !startsParagraph(record));
  }

  finish(): Omit<ArticleLayout, 'title'> {
    this.#closeBlock();
    return {
      sections: this.#sections,
      units: this.#units,
      stops: this.#stops,
      positions: new Map(this.#stops.map((stop, position) => [stop, position])),
    };
  }

  #addOfTable(record: EvidenceRecord, number: number): void {
    const table = this.#tables.get(number);
    if (table === undefined) return;
    if (table.rows.length === 0 && isCell(record.kind)) {
      this.#addToPart(record, 'cells', number, () => this.#parts.at(-1)?.number === number);
      return;
    }
    if (this.#drawn.has(number)) return;
    this.#drawn.add(number);
    this.#closeBlock();
    const section = this.#sections.length - 1;
    const caption = table.caption === undefined ? undefined : this.#unitOf(table.caption);
    if (caption !== undefined) this.#stops.push(caption);
    const rows: (Unit | undefined)[][] = [];
    const grid: Grid = { table, section, rows, headerRows: headerRowsOf(table) };
    for (const row of table.rows) {
      rows.push(row.map((cell) => (cell === undefined ? undefined : this.#unitOf(cell, grid))));
    }
    if (rows.length > 0) this.#stops.push(grid);
    if (rows.length > 0 || caption !== undefined) {
      this.#sections.at(-1)?.blocks.push({ kind: 'table', grid, caption });
    }
  }

  #addToPart(record: EvidenceRecord, kind: Part['kind'], number: number, goesOn: () => boolean): void {
    const unit = this.#unitOf(record);
    if (unit === undefined) return;
    if (this.#unitsInBlock >= unitsPerBlock) this.#closeBlock();
    const last = this.#parts.at(-1);
    if (last?.kind === kind && goesOn()) last.units.push(unit);
    else this.#parts.push({ kind, number, isOrdered: this.#orderedLists.has(number), units: [unit] });
    this.#unitsInBlock++;
    this.#stops.push(unit);
  }

  /** `undefined` for the second of two elements with one id: marks and keys could not tell them apart. */
  #unitOf(record: EvidenceRecord, grid?: Grid): Unit | undefined {
    const id = toNfc(record.id);
    if (this.#units.has(id)) return undefined;
    const unit: Unit = {
      id,
      record,
      isChoosable: isEvidence(record.kind) && record.text !== '',
      section: this.#sections.length - 1,
      ...(grid && { grid }),
    };
    this.#units.set(id, unit);
    return unit;
  }

  #closeBlock(): void {
    if (this.#parts.length > 0) {
      const parts = this.#parts.map(
        ({ kind, isOrdered, units }): Part =>
          kind === 'list' ? { kind, isOrdered, units } : { kind, units },
      );
      this.#sections.at(-1)?.blocks.push({ kind: 'text', parts });
    }
    this.#parts = [];
    this.#unitsInBlock = 0;
  }
}

/** The rows at the top with nothing but header cells; none where a single one is all there is, as in an infobox. */
function headerRowsOf({ rows, columnCount }: Table): number {
  const isHeader = (row: Table['rows'][number]) => {
    const cells = row.filter((cell) => cell !== undefined);
    return cells.length > (columnCount > 1 ? 1 : 0) && cells.every((cell) => cell.kind === 'header_cell');
  };
  const end = rows.findIndex((row) => !isHeader(row));
  return end < 0 ? 0 : end;
}
