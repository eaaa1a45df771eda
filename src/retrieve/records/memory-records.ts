import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import { invariant } from '../../errors.ts';
import { toNfc } from '../../text/normalise.ts';
import type { RecordStore } from './record-store.ts';
import type { SearchRecord } from './search-record.ts';

/** Records that are held in memory, as they are added. */
export class MemoryRecords implements RecordStore {
  readonly #records: SearchRecord[] = [];
  readonly #ranges = new Map<string, readonly [from: number, to: number]>();

  get size(): number {
    return this.#records.length;
  }

  /** Adds the records of an article. Of two articles with one title the second is found under the title of the first no more than any other. */
  addArticle(title: string, records: readonly SearchRecord[]): void {
    const key = toNfc(title);
    const from = this.#records.length;
    for (const record of records) this.#records.push(record);
    if (!this.#ranges.has(key) && records.length > 0) this.#ranges.set(key, [from, this.#records.length]);
  }

  at(document: number): SearchRecord {
    const record = this.#records[document];
    invariant(record !== undefined, 'a search found a document that is not there');
    return record;
  }

  kindOf(document: number): EvidenceKind {
    return this.at(document).kind;
  }

  rangeOf(title: string): readonly [from: number, to: number] | undefined {
    return this.#ranges.get(toNfc(title));
  }

  *titles(): Generator<string> {
    for (const [from] of this.#ranges.values()) yield this.at(from).title;
  }
}
