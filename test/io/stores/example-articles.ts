import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleStore } from '../../../src/corpus/article-store.ts';
import type { DraftArticle, DraftElement } from '../../../src/corpus/draft-article.ts';
import { wikiPages } from '../../../src/formats/corpora/wiki-pages.ts';
import { databaseFormats } from '../../../src/io/stores/index.ts';
import { openCorpus } from '../../../src/io/stores/open-corpus.ts';
import { writeDatabase } from '../../../src/io/stores/write-database.ts';
import { temporaryFolder } from '../../cli/run-command.ts';

const sentence = (number: number, text: string): DraftElement => ({ kind: 'sentence', number, text });

/** Articles that every store can hold: sentences only, of which one is empty. */
export const exampleArticles: readonly DraftArticle[] = [
  { title: 'Abc', elements: [sentence(0, 'One is a number.'), sentence(1, ''), sentence(2, 'Two, too.')] },
  { title: 'Şuşa (film)', elements: [sentence(0, 'Şuşa is a film.')] },
  { title: 'It\'s "quoted": a [title]; DROP TABLE wiki', elements: [sentence(0, 'Said.')] },
  { title: 'Zero\u0000byte', elements: [sentence(0, 'Nothing.')] },
  { title: 'R & B', elements: [sentence(0, 'Music.')] },
  { title: '日本', elements: [sentence(0, '日本は国です。')] },
];

/** A place that articles are kept in, by the kind of the store. */
export const storeKinds: readonly [
  kind: string,
  make: (articles: readonly DraftArticle[]) => Promise<string>,
][] = [
  ...databaseFormats.map((format): [string, (articles: readonly DraftArticle[]) => Promise<string>] => [
    format.id,
    async (articles) => {
      const path = join(temporaryFolder(), 'articles.db');
      await writeDatabase(path, format, articles);
      return path;
    },
  ]),
  ['a file of wiki-pages', async (articles) => writePages(temporaryFolder(), 'pages.jsonl', articles)],
  [
    'a folder of wiki-pages',
    async (articles) => {
      const folder = join(temporaryFolder(), 'wiki-pages');
      const half = Math.ceil(articles.length / 2);
      writePages(folder, 'wiki-001.jsonl', articles.slice(0, half));
      writePages(folder, 'wiki-002.jsonl', articles.slice(half));
      return folder;
    },
  ],
];

/** Writes articles as wiki-pages, the empty first record of the release before them; gives back the path. */
export function writePages(folder: string, name: string, articles: readonly DraftArticle[]): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  const pages = [...(wikiPages.write?.(articles) ?? [])].join('');
  writeFileSync(path, `{"id": "", "text": "", "lines": ""}\n${pages}`);
  return path;
}

/** The store at a path, and what was said while it was opened. */
export async function openStore(path: string): Promise<{ store: ArticleStore; said: readonly string[] }> {
  const said: string[] = [];
  const { store } = await openCorpus(path, join(path, '..'), {
    say: async (message) => void said.push(message),
  });
  if (store === undefined) throw new Error(`${path} is no store`);
  return { store, said };
}
