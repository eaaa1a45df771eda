import { resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { findCorpusFormat } from '../../formats/corpora/index.ts';
import type { ArticleOptions, ArticleResult } from '../../formats/corpus-format.ts';
import type { ReadSource } from '../../formats/format.ts';
import { readCorpusFormat } from '../../formats/read-corpus-format.ts';
import { findFiles, kindOfPath, readChunks, shownPath } from '../../io/files.ts';
import { openReadSource, readHead } from '../../io/open-read-source.ts';
import { isSqlite } from '../../io/stores/open-sqlite.ts';
import type { CommandIo } from '../command-io.ts';
import { chooseFormat, ingestEndings } from './choose-format.ts';

/** A file that articles are read from. */
export interface ArticleSource {
  /** As findings call it. */
  readonly file: string;
  readonly format: string;
  /** Id of its format, where that says what is left out of every document. */
  readonly leavesOut?: string;
  readonly results: Iterable<ArticleResult>;
  /** To find something in its text again; absent for a database. */
  readonly source?: ReadSource;
  readonly close?: () => void;
}

/** The files that paths lead to: of a folder those that may hold articles. @throws UsageError for a folder without any. */
export function filesToIngest(paths: readonly string[], { cwd }: CommandIo): string[] {
  return paths.flatMap((path) => {
    if (path === '-') return [path];
    const absolute = resolve(cwd, path);
    if (kindOfPath(absolute) !== 'folder') return [absolute];
    const found = findFiles(absolute, '').filter((file) =>
      ingestEndings.some((ending) => file.toLowerCase().endsWith(ending)),
    );
    if (found.length > 0) return found;
    throw new UsageError(
      `No file in "${path}" has an ending that articles have: ${ingestEndings.join(', ')}. Name the files.`,
    );
  });
}

/** A file, opened in the format that was asked for or that it is seen to be in. */
export async function openArticleSource(
  path: string,
  format: string,
  options: ArticleOptions,
  { cwd }: CommandIo,
): Promise<ArticleSource> {
  const file = shownPath(path, cwd);
  if (path !== '-' && format === 'auto' && isDatabase(path)) {
    const { openDatabase } = await import('../../io/stores/open-corpus.ts');
    const store = await openDatabase(path, file);
    return { file, format: 'database', results: store.articles(), close: () => store.close() };
  }
  const source = openReadSource(path, file);
  const chosen =
    format === 'auto'
      ? chooseFormat(file, path === '-' ? source.text.slice(0, headChars) : readHead(path))
      : findCorpusFormat(format);
  const results = readCorpusFormat(chosen, source, options);
  const { id, title, leavesOut } = chosen;
  return { file, format: title, ...(leavesOut.length > 0 && { leavesOut: id }), results, source };
}

/** Characters that a format is recognised by. */
const headChars = 65_536;

/** Whether a file begins as an SQLite database does. */
function isDatabase(path: string): boolean {
  for (const chunk of readChunks(path)) return isSqlite(chunk);
  return false;
}
