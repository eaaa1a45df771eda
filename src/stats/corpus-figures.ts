import type { Article } from '../corpus/article.ts';
import { type EvidenceKind, evidenceKinds, isCell, isEvidence } from '../corpus/evidence-kind.ts';
import { tablesOf } from '../corpus/table.ts';

/** What a corpus consists of, as numbers. */
export interface CorpusFigures {
  readonly articles: number;
  /** Elements with an id, markers included. */
  readonly records: number;
  /** Elements that a claim may cite: markers, headings and empty cells left out. */
  readonly citable: number;
  readonly tables: number;
  /** Cells and header cells without text. */
  readonly emptyCells: number;
  /** Elements by kind; only kinds that occur, in the order of the kinds. */
  readonly kinds: Readonly<Partial<Record<EvidenceKind, number>>>;
}

/** The figures of some articles. */
export function measureCorpus(articles: readonly Article[]): CorpusFigures {
  const counts = new Map<EvidenceKind, number>();
  let [records, citable, tables, emptyCells] = [0, 0, 0, 0];
  for (const article of articles) {
    tables += tablesOf(article.records).length;
    for (const { kind, text } of article.records) {
      records += 1;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (isEvidence(kind) && text !== '') citable += 1;
      if (isCell(kind) && text === '') emptyCells += 1;
    }
  }
  const kinds = Object.fromEntries(
    evidenceKinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : [])),
  );
  return { articles: articles.length, records, citable, tables, emptyCells, kinds };
}
