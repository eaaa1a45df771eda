import { dirname } from 'node:path';
import type { Article } from '../../corpus/article.ts';
import { evidenceKinds } from '../../corpus/evidence-kind.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import { titlePlan } from '../../retrieve/index-file/column-plans.ts';
import type { IndexHeader } from '../../retrieve/index-file/index-header.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import type { Tick } from '../stores/corpus-talk.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import type { SpillSettings } from './index-spill.ts';
import { IndexWriter } from './index-writer.ts';
import { LevelSpill } from './level-spill.ts';
import { TitleSpill } from './title-spill.ts';

/** What an index is made of and with. */
export interface IndexPlan extends SpillSettings {
  readonly articles: Iterable<Article>;
  readonly levels: readonly SearchLevel[];
  /** What the configuration says. */
  readonly configured: IndexSettings;
  /** Of the corpus, found out before the articles are read. */
  readonly corpus: IndexHeader['corpus'];
}

/** An index file that was written. */
export interface BuiltIndex {
  readonly header: IndexHeader;
  readonly bytes: number;
}

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
