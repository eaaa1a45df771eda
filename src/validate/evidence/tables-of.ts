import type { Article } from '../../corpus/article.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import type { Table } from '../../corpus/table.ts';

const laidOut = new WeakMap<Article, ReadonlyMap<number, Table>>();

/** The tables of an article by number. Laid out once: the index lays them out at each call. */
export function tablesOf(article: Article, evidence: Evidence): ReadonlyMap<number, Table> {
  const known = laidOut.get(article);
  if (known !== undefined) return known;
  const tables = new Map(evidence.tables(article).map((table) => [table.number, table]));
  laidOut.set(article, tables);
  return tables;
}
