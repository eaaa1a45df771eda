import type { Article } from '../../corpus/article.ts';
import { evidenceKinds } from '../../corpus/evidence-kind.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import { levelPlan, recordsPerBlock } from '../../retrieve/index-file/column-plans.ts';
import type { ColumnType } from '../../retrieve/index-file/columns.ts';
import type { LevelHeader } from '../../retrieve/index-file/index-header.ts';
import { printSearchRecord } from '../../retrieve/index-file/record-json.ts';
import { indexedFields } from '../../retrieve/records/indexed-fields.ts';
import { recordsOfArticle } from '../../retrieve/records/records-of-article.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import { wellFormed } from '../../text/well-formed.ts';
import { IndexSpill, type SpillSettings } from './index-spill.ts';
import type { IndexWriter } from './index-writer.ts';
import { SpilledBytes } from './spilled-bytes.ts';
import { SpilledColumn } from './spilled-column.ts';

/** A level while an index is made, most of which is put aside in files. */
export class LevelSpill {
  readonly level: SearchLevel;
  readonly #settings: IndexSettings;
  readonly #index: IndexSpill;
  readonly #records: SpilledBytes;
  readonly #kinds: SpilledColumn;
  readonly #recordLengths: SpilledColumn;
  readonly #recordBlocks: SpilledColumn;
  readonly #starts: SpilledColumn;

  constructor(folder: string, level: SearchLevel, plan: SpillSettings) {
    this.level = level;
    this.#settings = plan.settings;
    this.#index = new IndexSpill(folder, level, plan);
    const column = (name: string, type: ColumnType): SpilledColumn =>
      new SpilledColumn(folder, `${level}.${name}`, type);
    this.#records = new SpilledBytes(folder, `${level}.records`);
    this.#kinds = column('kinds', 'u8');
    this.#recordLengths = column('record-lengths', 'u32');
    this.#recordBlocks = column('record-blocks', 'f64');
    this.#starts = column('starts', 'u32');
  }

  /** Gives back the number of records. */
  addArticle(article: Article): number {
    const before = this.#index.size;
    this.#starts.push(before);
    // As it is read again: half a surrogate pair has no UTF-8.
    const title = wellFormed(article.title);
    for (const record of recordsOfArticle(article, this.level)) {
      if (this.#index.size % recordsPerBlock === 0) this.#recordBlocks.push(this.#records.length);
      this.#recordLengths.push(this.#records.writeText(printSearchRecord(record, title)));
      this.#kinds.push(evidenceKinds.indexOf(record.kind));
      this.#index.add(indexedFields(record, this.#settings));
    }
    return this.#index.size - before;
  }

  async write(writer: IndexWriter): Promise<LevelHeader> {
    const { size, words } = this.#index;
    this.#starts.push(size);
    const records = await writer.region(this.#records.pieces());
    const columns = await writer.columns(levelPlan, {
      ...this.#index.columns(),
      kinds: () => this.#kinds.pieces(),
      recordLengths: () => this.#recordLengths.pieces(),
      recordBlocks: () => this.#recordBlocks.pieces(),
      starts: () => this.#starts.pieces(),
    });
    return { size, words, columns, records };
  }

  close(): void {
    const files = [this.#records, this.#kinds, this.#recordLengths, this.#recordBlocks, this.#starts];
    for (const file of [this.#index, ...files]) file.close();
  }
}
