import { heaviestChain, type WeightedPair } from '../../text/heaviest-chain.ts';
import { comparedText, wordSimilarity } from '../../text/word-similarity.ts';
import type { Article, EvidenceRecord } from '../article.ts';
import { tablesOf } from '../table.ts';
import { matchCopies, matchUnique } from './match-unique.ts';
import type { Matches } from './matches.ts';
import { textKey } from './text-key.ts';

/** Tables, and rows of them, are taken for the same from this share of common texts on. */
const leastShare = 0.3;
/** Pairs of rows of two tables that are compared. */
const maxRowPairs = 250_000;

/** A row of a table with what tells it apart. */
interface Row {
  readonly table: number;
  readonly row: number;
  readonly cells: readonly EvidenceRecord[];
  /** All its texts with their kinds, and the headers above them. */
  readonly key: string;
  /** Its texts. */
  readonly texts: readonly string[];
}

/**
 * Matches cells and header cells. Certain: cells of a row that is the same with all its texts and column headers, once in each of the
 * articles; and, in tables of which such rows tell that one has become the other, rows that are the same there, and cells with the same
 * text under the same column headers in a row that begins the same. All others are uncertain.
 */
export function alignTables(before: Article, after: Article, matches: Matches): void {
  const [oldRows, newRows] = [rowsOf(before), rowsOf(after)];
  const certain = (rows: readonly (readonly [Row, Row])[]): void => {
    for (const [row, next] of rows) {
      for (const [at, cell] of row.cells.entries()) {
        const other = next.cells[at];
        if (other !== undefined) matches.add(cell, { next: other, similarity: 1 });
      }
    }
  };
  const unique = matchUnique(oldRows, newRows, filledKeyOf);
  certain(unique);
  const { settled, likely } = pairTables(unique, oldRows, newRows);
  for (const [table, next] of settled) {
    const [own, others] = [inTable(oldRows, table), inTable(newRows, next)];
    certain(matchUnique(openRows(own, matches), freeRows(others, matches), filledKeyOf));
    const keys = new Map([...cellKeys(own, before), ...cellKeys(others, after)]);
    const pairs = matchUnique([...cellsOf(own)], [...cellsOf(others)], (cell) => keys.get(cell));
    for (const [cell, other] of pairs) matches.add(cell, { next: other, similarity: 1 });
  }
  certain(
    matchCopies(
      openRows(oldRows, matches),
      freeRows(newRows, matches),
      ({ key }) => key,
      ({ table, row }) => `${table} ${row}`,
    ),
  );
  for (const [table, next] of likely) {
    const [own, others] = [inTable(oldRows, table), inTable(newRows, next)];
    for (const [row, other] of pairRows(openRows(own, matches), freeRows(others, matches)))
      pairCells(row, other, matches);
  }
}

function rowsOf(article: Article): Row[] {
  const texts = new Map(article.records.map(({ id, text }) => [id, textKey(text)]));
  return tablesOf(article.records).flatMap((table) =>
    table.rows.map((grid, row): Row => {
      const cells = grid.filter((cell) => cell !== undefined);
      const own = cells.map(({ text }) => textKey(text));
      const headers = cells.map(({ cell }) => (cell?.columnHeaders ?? []).map((id) => texts.get(id) ?? ''));
      const key = JSON.stringify([cells.map(({ kind }) => kind), own, headers]);
      return { table: table.number, row, cells, key, texts: own };
    }),
  );
}

/** The key of a row with text: rows without any are nowhere alone. */
function filledKeyOf({ key, texts }: Row): string | undefined {
  return texts.every((text) => text === '') ? undefined : key;
}

function inTable(rows: readonly Row[], table: number): Row[] {
  return rows.filter((row) => row.table === table);
}

function* cellsOf(rows: readonly Row[]): Generator<EvidenceRecord> {
  for (const { cells } of rows) yield* cells;
}

function openRows(rows: readonly Row[], matches: Matches): Row[] {
  return rows.filter(({ cells }) => matches.left(cells).length > 0);
}

function freeRows(rows: readonly Row[], matches: Matches): Row[] {
  return rows.filter(({ cells }) => matches.free(cells).length > 0);
}

interface PairedTables {
  /** Certain: rows of the one are only in the other, and the other way round. */
  readonly settled: readonly (readonly [number, number])[];
  /** All that are worth comparing. */
  readonly likely: readonly (readonly [number, number])[];
}

function pairTables(
  unique: readonly (readonly [Row, Row])[],
  oldRows: readonly Row[],
  newRows: readonly Row[],
): PairedTables {
  const votes = new Map<number, Map<number, number>>();
  const back = new Map<number, Set<number>>();
  for (const [{ table }, next] of unique) {
    const own = votes.get(table) ?? new Map<number, number>();
    votes.set(table, own.set(next.table, (own.get(next.table) ?? 0) + 1));
    back.set(next.table, (back.get(next.table) ?? new Set()).add(table));
  }
  const settled: [number, number][] = [];
  const likely: [number, number][] = [];
  const taken = new Set<number>();
  for (const [table, own] of votes) {
    const [best] = [...own].sort(([a, m], [b, n]) => n - m || a - b);
    if (best === undefined) continue;
    const [next] = best;
    if (own.size === 1 && back.get(next)?.size === 1) settled.push([table, next]);
    likely.push([table, next]);
    taken.add(next);
  }
  const candidates: { table: number; next: number; share: number }[] = [];
  const [oldTexts, newTexts] = [textsByTable(oldRows), textsByTable(newRows)];
  for (const [table, own] of oldTexts) {
    if (votes.has(table)) continue;
    for (const [next, others] of newTexts) {
      const share = taken.has(next) ? 0 : commonShare(own, others);
      if (share >= leastShare) candidates.push({ table, next, share });
    }
  }
  candidates.sort((a, b) => b.share - a.share || a.table - b.table || a.next - b.next);
  const done = new Set<number>();
  for (const { table, next } of candidates) {
    if (done.has(table) || taken.has(next)) continue;
    done.add(table);
    taken.add(next);
    likely.push([table, next]);
  }
  return { settled, likely };
}

function textsByTable(rows: readonly Row[]): Map<number, string[]> {
  const byTable = new Map<number, string[]>();
  for (const { table, texts } of rows) {
    const own = byTable.get(table);
    if (own === undefined) byTable.set(table, [...texts]);
    else for (const text of texts) own.push(text);
  }
  return byTable;
}

/** Share of texts that two lists have in common, 0 to 1; empty ones do not count. */
function commonShare(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  let total = 0;
  for (const text of one) {
    if (text === '') continue;
    left.set(text, (left.get(text) ?? 0) + 1);
    total += 1;
  }
  let common = 0;
  for (const text of other) {
    if (text === '') continue;
    total += 1;
    const count = left.get(text) ?? 0;
    if (count === 0) continue;
    left.set(text, count - 1);
    common += 1;
  }
  return total === 0 ? 0 : (2 * common) / total;
}

/** What tells cells apart in their table: how the row begins, what heads the column, what the cell says. None of an empty cell. */
function* cellKeys(
  rows: readonly Row[],
  { records }: Article,
): Generator<readonly [cell: EvidenceRecord, key: string]> {
  const texts = new Map(records.map(({ id, text }) => [id, textKey(text)]));
  for (const { cells, texts: own } of rows) {
    const label = own.find((text) => text !== '');
    for (const [at, cell] of cells.entries()) {
      const text = own[at] ?? '';
      if (text !== '') yield [cell, JSON.stringify([label, cell.kind, columnOf(cell, texts), text])];
    }
  }
}

/** What heads a cell's column; the number of a column without headers. */
function columnOf({ cell }: EvidenceRecord, texts: ReadonlyMap<string, string>): unknown {
  const headers = cell?.columnHeaders ?? [];
  return headers.length === 0 ? cell?.column : headers.map((id) => texts.get(id) ?? '');
}

/** Rows in their order that have texts in common. */
function pairRows(before: readonly Row[], after: readonly Row[]): [Row, Row][] {
  if (before.length * after.length > maxRowPairs) return [];
  const pairs: WeightedPair[] = [];
  for (const [from, row] of before.entries()) {
    for (const [to, other] of after.entries()) {
      const weight = commonShare(row.texts, other.texts);
      if (weight >= leastShare) pairs.push({ from, to, weight });
    }
  }
  return heaviestChain(pairs).flatMap(({ from, to }): [Row, Row][] => {
    const [row, other] = [before[from], after[to]];
    return row === undefined || other === undefined ? [] : [[row, other]];
  });
}

/** Matches the cells of two rows, none of them certain: the same text first, then the same column. */
function pairCells(row: Row, next: Row, matches: Matches): void {
  for (const cell of matches.left(row.cells)) {
    const key = textKey(cell.text);
    const same = matches.free(next.cells).filter((other) => key !== '' && textKey(other.text) === key);
    const [other] = same;
    if (other !== undefined) matches.add(cell, { next: other, doubt: 'copies', similarity: 1 });
  }
  for (const cell of matches.left(row.cells)) {
    const other = matches
      .free(next.cells)
      .find(({ kind, cell: place }) => kind === cell.kind && place?.column === cell.cell?.column);
    if (other === undefined) continue;
    const similarity = wordSimilarity(comparedText(cell.text), comparedText(other.text));
    matches.add(cell, { next: other, doubt: 'similar', similarity });
  }
}
