import { PageTableBuilder } from '../../corpus/page-table.ts';
import { indexPlan, type titlePlan } from '../../retrieve/index-file/column-plans.ts';
import { bytesIn } from '../../retrieve/index-file/columns.ts';
import type { TitleIndexHeader } from '../../retrieve/index-file/index-header.ts';
import { titleIndexSettings } from '../../retrieve/titles/title-index-builder.ts';
import { HashTable } from '../../text/hash-table.ts';
import { hash64 } from '../../text/hash64.ts';
import { toNfc } from '../../text/normalise.ts';
import { indexTooLarge } from './index-error.ts';
import { IndexSpill, type SpillSettings } from './index-spill.ts';
import type { ColumnSources, IndexWriter } from './index-writer.ts';
import { SpilledBytes } from './spilled-bytes.ts';
import { SpilledColumn } from './spilled-column.ts';

/** The titles of articles while an index is made, most of which is put aside in files. */
export class TitleSpill {
  readonly #bytes: SpilledBytes;
  readonly #offsets: SpilledColumn;
  readonly #builder = new PageTableBuilder();
  readonly #index: IndexSpill;
  /** Articles by the hashes of their titles in NFC: of two with one title the first is found by a title that is nearly so. */
  readonly #met = new HashTable();
  #end = 0;

  constructor(folder: string, plan: Omit<SpillSettings, 'settings'>) {
    this.#bytes = new SpilledBytes(folder, 'titles');
    this.#offsets = new SpilledColumn(folder, 'title-offsets', 'u32');
    this.#offsets.push(0);
    this.#index = new IndexSpill(folder, 'title-index', { ...plan, settings: titleIndexSettings });
  }

  get size(): number {
    return this.#builder.size;
  }

  /** @param isSearched Whether the article has anything to be found. */
  add(title: string, isSearched: boolean): void {
    const [high, low] = hash64(toNfc(title));
    const isFound = isSearched && this.#met.putFirst(high, low, this.size) === this.size;
    this.#index.add([{ text: isFound ? title : '', times: 1 }]);
    this.#builder.add(title, { position: this.#builder.size, length: 0 });
    this.#end += this.#bytes.writeText(title);
    if (this.#end > 0xffffffff) throw indexTooLarge('titles of more than 4 GiB');
    this.#offsets.push(this.#end);
  }

  columns(): ColumnSources<typeof titlePlan> {
    const { fences, high, low, positions } = this.#builder.finish().columns;
    return {
      titleBytes: () => this.#bytes.pieces(),
      titleOffsets: () => this.#offsets.pieces(),
      fences: () => [bytesIn(fences)],
      high: () => [bytesIn(high)],
      low: () => [bytesIn(low)],
      articles: () => [bytesIn(positions)],
    };
  }

  async writeIndex(writer: IndexWriter): Promise<TitleIndexHeader> {
    const columns = await writer.columns(indexPlan, this.#index.columns());
    return { size: this.#index.size, words: this.#index.words, columns };
  }

  close(): void {
    this.#bytes.close();
    this.#offsets.close();
    this.#index.close();
  }
}
