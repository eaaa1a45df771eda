import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contextOf } from '../../src/corpus/context.ts';
import type { DraftArticle } from '../../src/corpus/draft-article.ts';
import { draftOfArticle } from '../../src/corpus/draft-of-article.ts';
import { StoredEvidence } from '../../src/corpus/stored-evidence.ts';
import { loadCorpus } from '../../src/io/load-corpus.ts';
import { findDatabaseFormat } from '../../src/io/stores/index.ts';
import { writeDatabase } from '../../src/io/stores/write-database.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { openStore } from '../io/stores/example-articles.ts';
import { askClient, whyNoClient } from './python.ts';

interface ClientPage {
  readonly sentences: Readonly<Record<string, string>>;
  /** Local ids of each element's context; the title is `_title`. */
  readonly contexts: Readonly<Record<string, readonly string[]>>;
  /** What the client dropped. */
  readonly errors: number;
}

const town: DraftArticle = {
  title: 'Şuşa (town)',
  elements: [
    { kind: 'sentence', number: 0, text: 'Şuşa is a town.' },
    { kind: 'section', number: 0, text: 'People', level: 2 },
    {
      kind: 'table',
      number: 0,
      type: 'general',
      caption: 'By year',
      cells: ['Year', 'People', '1989', '17,000'].map((text, at) => ({
        row: at >> 1,
        column: at & 1,
        isHeader: at < 2,
        text,
      })),
    },
    { kind: 'list', number: 0, type: 'unordered_list', items: [{ number: 0, text: 'A teacher' }] },
  ],
};

const why = whyNoClient('feverous.database.feverous_db', 'feverous.utils.wiki_page');

test.skipIf(why !== undefined)(
  `the database and page classes of FEVEROUS read our database${why === undefined ? '' : ` (${why})`}`,
  async () => {
    const root = resolve(import.meta.dirname, '../..');
    const { articles } = loadCorpus(root, 'corpus', root).evidence;
    const path = join(temporaryFolder(), 'feverous.db');
    await writeDatabase(path, findDatabaseFormat('feverous-db'), [...articles.map(draftOfArticle), town]);
    const said = askClient('feverous-db.py', [path]) as {
      readonly pages: Readonly<Record<string, ClientPage>>;
      readonly missing: unknown;
    };
    const titles = [...articles.map(({ title }) => title), town.title];
    expect(Object.keys(said.pages).sort()).toEqual(titles.map((title) => title.normalize('NFD')).sort());
    expect(said.missing).toBeNull();
    const { store } = await openStore(path);
    const evidence = new StoredEvidence(store);
    for (const title of titles) {
      const page = said.pages[title.normalize('NFD')];
      const records = evidence.article(title)?.records ?? [];
      const sentences = records.filter(({ kind }) => kind === 'sentence');
      expect(Object.keys(page?.sentences ?? {})).toEqual(
        sentences.map(({ numbers }) => `sentence_${numbers[0]}`),
      );
      const contexts = Object.entries(page?.contexts ?? {});
      for (const [local, ids] of contexts) {
        const record = evidence.get(`${title}_${local}`);
        if (record === undefined) {
          // Theirs has a caption for each table, though there is none.
          expect(local).toMatch(/^table_caption_/);
          continue;
        }
        // Theirs has no title for cells, and sets for headers.
        const own = contextOf(record)
          .map((id) => id.slice(title.length + 1))
          .filter((id) => !(id === 'title' && local.startsWith('cell_')));
        expect(ids.map((id) => id.replace(/^_/, '')).sort()).toEqual(own.sort());
      }
      expect(contexts.length).toBeGreaterThan(3);
    }
    expect(said.pages[town.title.normalize('NFD')]).toMatchObject({
      sentences: { sentence_0: 'Şuşa is a town.'.normalize('NFD') },
      contexts: { cell_0_1_1: ['header_cell_0_0_1', 'section_0'] },
      errors: 0,
    });
    store.close();
  },
);
