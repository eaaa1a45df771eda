import { dirname } from 'node:path';
import type { Article } from '../../corpus/article.ts';
import { evidenceKinds } from '../../corpus/evidence-kind.ts';
import { PageTableBuilder } from '../../corpus/page-table.ts';
import { addRecord } from '../../retrieve/build-searcher.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import { indexPlan, levelPlan, recordsPerBlock, titlePlan } from '../../retrieve/index-file/column-plans.ts';
import { bytesIn, type Column } from '../../retrieve/index-file/columns.ts';
import type { IndexHeader, LevelHeader, TitleIndexHeader } from '../../retrieve/index-file/index-header.ts';
import { printSearchRecord } from '../../retrieve/index-file/record-json.ts';
import { recordsOfArticle } from '../../retrieve/records/records-of-article.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import { titleIndexSettings } from '../../retrieve/titles/title-index-builder.ts';
import { HashTable } from '../../text/hash-table.ts';
import { hash64 } from '../../text/hash64.ts';
import { toNfc } from '../../text/normalise.ts';
import { wellFormed } from '../../text/well-formed.ts';
import type { Tick } from '../stores/corpus-talk.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { indexTooLarge } from './index-error.ts';
import { IndexSpill } from './index-spill.ts';
import { type ColumnSources, IndexWriter } from './index-writer.ts';
import { SpilledBytes, SpilledColumn } from './spilled-bytes.ts';

/** What an index is made of and with. */
export interface IndexPlan {
  readonly articles: Iterable<Article>;
  readonly levels: readonly SearchLevel[];
  readonly settings: IndexSettings;
  /** What the configuration says. */
  readonly configured: IndexSettings;
  /** Of the corpus, found out before the articles are read. */
  readonly corpus: IndexHeader['corpus'];
  /** Postings of a level that are held in memory; 4 million by default. */
  readonly postingsInMemory?: number;
}

/** An index file that was written. */
export interface BuiltIndex {
  readonly header: IndexHeader;
  readonly bytes: number;
}

const itemsInMemory = 1 << 13;

/**
 * Writes an index of articles, each read once and then forgotten, as one file, which is there whole or not at all. What does not fit into memory is put aside
 * beside the file: memory grows with the different words, by four bytes with each record, and by forty with each article.
 *
 * @throws ToolError where the disk says no, INDEX_TOO_LARGE.
 */
export async function buildIndexFile(path: string, plan: IndexPlan, tick?: Tick): Promise<BuiltIndex> {
  return inTemporaryFolder((folder) => buildIn(folder, path, plan, tick), dirname(path));
}

async function buildIn(folder: string, path: string, plan: IndexPlan, tick?: Tick): Promise<BuiltIndex> {
  const { levels, settings, configured, corpus } = plan;
  const parts = levels.map((level) => new LevelSpill(folder, level, plan));
  const titles = new TitleSpill(folder, plan);
  let records = 0;
  try {
    for (const article of plan.articles) {
      const before = records;
      for (const part of parts) records += part.addArticle(article);
      titles.add(article.title, records > before);
      await tick?.(() => `indexing: ${titles.size} articles, ${records} records`);
    }
    const writer = new IndexWriter(path, tick);
    try {
      const header: IndexHeader = {
        settings,
        configured,
        corpus,
        articles: titles.size,
        kinds: [...evidenceKinds],
        titles: await writer.columns(titlePlan, titles.columns()),
        titleIndex: await titles.writeIndex(writer),
        levels: {},
      };
      for (const part of parts) header.levels[part.level] = await part.write(writer);
      return { header, bytes: writer.commit(header).bytes };
    } catch (cause) {
      writer.abandon();
      throw cause;
    }
  } finally {
    for (const part of parts) part.close();
    titles.close();
  }
}

/** The titles of articles while an index is made. */
class TitleSpill {
  readonly #bytes: SpilledBytes;
  readonly #offsets: SpilledColumn;
  readonly #builder = new PageTableBuilder();
  readonly #index: IndexSpill;
  /** Articles by the hashes of their titles in NFC: of two with one title the first is found by a title that is nearly so. */
  readonly #met = new HashTable();
  #end = 0;

  constructor(folder: string, plan: IndexPlan) {
    this.#bytes = new SpilledBytes(folder, 'titles');
    this.#offsets = new SpilledColumn(folder, 'title-offsets', new Uint32Array(itemsInMemory));
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

/** A level while an index is made. */
class LevelSpill {
  readonly level: SearchLevel;
  readonly #settings: IndexSettings;
  readonly #index: IndexSpill;
  readonly #records: SpilledBytes;
  readonly #kinds: SpilledColumn;
  readonly #recordLengths: SpilledColumn;
  readonly #recordBlocks: SpilledColumn;
  readonly #starts: SpilledColumn;

  constructor(folder: string, level: SearchLevel, plan: IndexPlan) {
    this.level = level;
    this.#settings = plan.settings;
    this.#index = new IndexSpill(folder, level, plan);
    const column = (name: string, buffer: Column): SpilledColumn =>
      new SpilledColumn(folder, `${level}.${name}`, buffer);
    this.#records = new SpilledBytes(folder, `${level}.records`);
    this.#kinds = column('kinds', new Uint8Array(itemsInMemory));
    this.#recordLengths = column('record-lengths', new Uint32Array(itemsInMemory));
    this.#recordBlocks = column('record-blocks', new Float64Array(itemsInMemory));
    this.#starts = column('starts', new Uint32Array(itemsInMemory));
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
      addRecord(this.#index, record, this.#settings);
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
