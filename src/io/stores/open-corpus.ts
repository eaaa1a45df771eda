import { closeSync, openSync } from 'node:fs';
import type { ArticleStore } from '../../corpus/article-store.ts';
import { ToolError } from '../../errors.ts';
import { fileError, findFiles, kindOfPath, shownPath } from '../files.ts';
import { readRange } from '../read-range.ts';
import type { CorpusTalk } from './corpus-talk.ts';
import { createDatabaseStore } from './database-store.ts';
import { databaseFormats } from './index.ts';
import { openPages } from './open-pages.ts';
import { isSqlite, openSqlite } from './open-sqlite.ts';

/** What a path that was named as a corpus leads to. */
export type OpenedCorpus =
  | { readonly store: ArticleStore; readonly texts?: undefined }
  /** Files of tagged text, which are held in memory. */
  | { readonly store?: undefined; readonly texts: readonly string[] };

const headBytes = 4096;

/**
 * The articles that a path leads to: a folder of tagged text (`.txt`), a folder or a file of FEVER's wiki-pages (`.jsonl`), or an
 * SQLite file of FEVER or FEVEROUS. What it is, is seen from what is in it.
 *
 * @param shownFrom folder that paths in messages are relative to
 * @throws ToolError CORPUS_NOT_FOUND where there is nothing, CORPUS_UNKNOWN where it is something else, and as `openSqlite`.
 */
export async function openCorpus(path: string, shownFrom: string, talk: CorpusTalk): Promise<OpenedCorpus> {
  const name = shownPath(path, shownFrom);
  const kind = kindOfPath(path);
  if (kind === undefined)
    throw new ToolError('CORPUS_NOT_FOUND', `There is no corpus "${name}". Check the path.`);
  if (kind === 'folder') {
    const texts = findFiles(path, '.txt');
    if (texts.length > 0) return { texts };
    if (findFiles(path, '.jsonl').length > 0) return { store: await openPages(path, shownFrom, talk) };
    throw new ToolError(
      'CORPUS_NOT_FOUND',
      `No article in "${name}": neither tagged text (.txt) nor wiki-pages (.jsonl). Name the folder that holds them, or a database.`,
    );
  }
  const head = readHead(path);
  if (isSqlite(head)) return { store: await openDatabase(path, name) };
  const what = describeOther(head);
  if (what !== undefined) throw new ToolError('CORPUS_UNKNOWN', `"${name}" is ${what}`);
  if (path.endsWith('.txt')) return { texts: [path] };
  return { store: await openPages(path, shownFrom, talk) };
}

/** The articles of a database. @throws ToolError CORPUS_UNKNOWN for one without a table of articles. */
export async function openDatabase(path: string, name: string): Promise<ArticleStore> {
  const file = await openSqlite(path);
  try {
    const columnOf = file.ask('SELECT 1 FROM pragma_table_info(?) WHERE name = ?');
    // A view may be any program.
    const isTable = file.ask("SELECT 1 FROM sqlite_master WHERE name = ? AND type = 'table'");
    const format = databaseFormats.find(
      ({ table, columns }) =>
        isTable(table) !== undefined &&
        ['id', ...columns].every((column) => columnOf(table, column) !== undefined),
    );
    if (format !== undefined) return createDatabaseStore(file, format, name);
  } catch (error) {
    file.close();
    throw error;
  }
  file.close();
  const known = databaseFormats.map(
    ({ title, table, columns }) => `${table}(${['id', ...columns].join(', ')}) as the ${title}`,
  );
  throw new ToolError(
    'CORPUS_UNKNOWN',
    `"${name}" is a database, but has no table of articles: ${known.join(', or ')} has. Name another file, or convert it to wiki-pages.`,
  );
}

/** What a file is that is no corpus, and what to do, as the end of a sentence; `undefined` for what may be text. */
function describeOther(head: Uint8Array): string | undefined {
  const begins = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (head.length === 0) return 'empty. Name a file with articles.';
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'a ZIP archive. Unpack it and name what was in it.';
  if (begins(0x1f, 0x8b)) return 'compressed by gzip. Unpack it with `gunzip` and name what comes out.';
  if (begins(0x42, 0x5a, 0x68))
    return 'compressed by bzip2. Unpack it with `bunzip2` and name what comes out.';
  if (begins(0xfd, 0x37, 0x7a, 0x58))
    return 'compressed by xz. Unpack it with `unxz` and name what comes out.';
  if (head.includes(0))
    return 'no text, and no SQLite database either. Name a folder of articles, a file of wiki-pages, or a database of FEVER or FEVEROUS; a database that was cut or is encrypted must be restored first.';
  return undefined;
}

function readHead(path: string): Uint8Array {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return readRange(file, 0, headBytes);
  } catch (cause) {
    throw fileError(path, cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
