import { StringTable } from '../index/string-table.ts';
import type { TextIndex } from '../index/text-index.ts';
import type { Weighting } from '../weighting/weighting.ts';

/** A term of a query that the index has. */
export interface QueryTerm {
  /** Its number in the index. */
  readonly term: number;
  /** What its saturation is multiplied by. */
  readonly weight: number;
}

/** The terms of a query that the index has, each once, in the order of the query. */
export function queryTermsOf(index: TextIndex, weighting: Weighting, terms: readonly string[]): QueryTerm[] {
  const { columns, size } = index;
  const table = new StringTable(columns.terms);
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const found: QueryTerm[] = [];
  for (const [text, count] of counts) {
    const place = table.find(text);
    if (place < 0) continue;
    const term = columns.termNumbers[place] as number;
    const frequency = (columns.offsets[term + 1] as number) - (columns.offsets[term] as number);
    found.push({ term, weight: weighting.queryWeight(frequency, size, count) });
  }
  return found;
}
