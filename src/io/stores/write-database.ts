import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import type { DraftArticle } from '../../corpus/draft-article.ts';
import { ToolError } from '../../errors.ts';
import { throughTemporaryFile } from '../atomic-write.ts';
import type { DatabaseFormat } from './database-format.ts';
import { loadDriver } from './open-sqlite.ts';

/** What was written. */
export interface WrittenDatabase {
  readonly path: string;
  readonly bytes: number;
  readonly articles: number;
  /** Titles that came again: of two articles with one title the first is written. At most a hundred of them. */
  readonly repeated: readonly string[];
  /** Articles that the format cannot say. */
  readonly leftOut: number;
}

const maxRepeated = 100;

/**
 * Writes articles as a database, whole or not at all: beside its place first, then moved over it. One article is in memory at a time.
 *
 * @throws ToolError SQLITE_MISSING, DATABASE_NOT_WRITTEN, and where the disk says no.
 */
export async function writeDatabase(
  path: string,
  format: DatabaseFormat,
  articles: Iterable<DraftArticle>,
): Promise<WrittenDatabase> {
  const open = await loadDriver();
  const repeated: string[] = [];
  let count = 0;
  let leftOut = 0;
  throughTemporaryFile(path, (temporary) => {
    const database = guarded(path, () => open(temporary));
    try {
      const insert = guarded(path, () => {
        // What is interrupted is removed: there is nothing to roll back.
        for (const pragma of ['journal_mode=OFF', 'synchronous=OFF', 'encoding="UTF-8"']) {
          database.exec(`PRAGMA ${pragma}`);
        }
        database.exec(format.schema);
        database.exec('BEGIN');
        const places = ['id', ...format.columns].map(() => '?').join(', ');
        return database.prepare(`INSERT OR IGNORE INTO "${format.table}" VALUES (${places})`);
      });
      for (const article of articles) {
        const row = format.rowOf(article);
        if (row === undefined) {
          leftOut += 1;
          continue;
        }
        const { changes } = guarded(path, () => insert.run(row.id, ...row.values));
        if (changes > 0) count += 1;
        else if (repeated.length < maxRepeated) repeated.push(article.title);
      }
      guarded(path, () => database.exec('COMMIT'));
    } finally {
      database.close();
    }
    const file = openSync(temporary, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
  return { path, bytes: statSync(path).size, articles: count, repeated, leftOut };
}

function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ToolError(
      'DATABASE_NOT_WRITTEN',
      `"${path}" could not be written: ${reason}. Check that there is room on the disk and that its folder may be written.`,
      { cause },
    );
  }
}
