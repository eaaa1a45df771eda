import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import type { SearchRecord } from './search-record.ts';

/** The records of one level of an index by the numbers of their documents, from 0 in the order of the corpus; those of an article stand in a row. */
export interface RecordStore {
  readonly size: number;
  readonly at: (document: number) => SearchRecord;
  readonly kindOf: (document: number) => EvidenceKind;
  /** The numbers from one to before another that an article's records have; `undefined` where it has none. The title may be in any normal form. */
  readonly rangeOf: (title: string) => readonly [from: number, to: number] | undefined;
  /** The titles of the articles that have records, each once. */
  readonly titles: () => Iterable<string>;
}
