import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Database } from 'libsql';
import { ToolError } from '../../errors.ts';
import { fileError } from '../files.ts';

/** One row: what each column holds, text as its UTF-8 bytes. */
export type SqliteRow = readonly unknown[];

/** An SQLite file that is only read. */
export interface SqliteFile {
  /** Makes a question that can be asked again and again: its first row. @throws ToolError DATABASE_BROKEN. */
  readonly ask: (sql: string) => (...values: readonly SqliteValue[]) => SqliteRow | undefined;
  /** All rows, a hundred at a time in memory. @throws ToolError DATABASE_BROKEN. */
  readonly rows: (sql: string, ...values: readonly SqliteValue[]) => Iterable<SqliteRow>;
  readonly close: () => void;
}

export type SqliteValue = string | number | null;

/** Kibibytes of the file kept in memory: the upper pages of the index, through which each look-up goes. */
const cacheKibibytes = 32_768;

/**
 * An SQLite file, opened so that nothing is ever written: neither to it nor beside it. Whoever asks for a text must cast it to a
 * blob: the driver ends the process at a text that is not UTF-8.
 *
 * @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE, DATABASE_UNFINISHED for a file with changes beside it, DATABASE_BROKEN for one
 * that is no database, SQLITE_MISSING.
 */
export async function openSqlite(path: string): Promise<SqliteFile> {
  refuseUnfinished(path);
  const open = await loadDriver();
  const database = guarded(path, () => {
    // Immutable: neither locks nor files beside it, which an ordinary reader of a file with a write-ahead log makes.
    const file = open(`${pathToFileURL(path).href}?mode=ro&immutable=1`);
    // What a file's schema may do: no functions with side effects, no cells beyond their page.
    for (const pragma of ['trusted_schema=OFF', 'cell_size_check=ON', `cache_size=-${cacheKibibytes}`]) {
      file.exec(`PRAGMA ${pragma}`);
    }
    return file;
  });
  return {
    ask: (sql) => {
      const statement = guarded(path, () => database.prepare(sql).raw());
      return (...values) => guarded(path, () => statement.get(...values) as SqliteRow | undefined);
    },
    *rows(sql, ...values) {
      const iterator = guarded(path, () =>
        database
          .prepare(sql)
          .raw()
          .iterate(...values),
      );
      for (;;) {
        const { done, value } = guarded(path, () => iterator.next());
        if (done === true) return;
        yield value as SqliteRow;
      }
    },
    close: () => database.close(),
  };
}

/** Whether bytes are the beginning of an SQLite file. */
export function isSqlite(head: Uint8Array): boolean {
  return Buffer.from(head.buffer, head.byteOffset, head.length).indexOf('SQLite format 3\0') === 0;
}

/** @throws ToolError SQLITE_MISSING where there is no driver for this machine. */
export async function loadDriver(): Promise<(path: string) => Database> {
  try {
    const { default: Driver } = await import('libsql');
    return (path) => new Driver(path);
  } catch (cause) {
    throw new ToolError(
      'SQLITE_MISSING',
      `SQLite files cannot be read here: the package "libsql" has no program for ${process.platform} on ${process.arch}, or was installed without its optional dependencies. Install claimset anew with them, or convert the database on another machine.`,
      { cause },
    );
  }
}

/** Changes that stand beside a file would be missed. */
function refuseUnfinished(path: string): void {
  for (const ending of ['-wal', '-journal']) {
    let size = 0;
    try {
      size = statSync(path + ending, { throwIfNoEntry: false })?.size ?? 0;
    } catch (cause) {
      throw fileError(path + ending, cause);
    }
    if (size === 0) continue;
    throw new ToolError(
      'DATABASE_UNFINISHED',
      `"${path}" has changes in "${path}${ending}" that are not in it yet. Close the program that writes it; where none does, open and close it with \`sqlite3 "${path}" "PRAGMA journal_mode=DELETE"\`.`,
    );
  }
}

/** Everything that SQLite itself says about a file is one failure: it cannot be read. */
function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ToolError(
      'DATABASE_BROKEN',
      `"${path}" cannot be read as an SQLite database: ${reason}. Copy or make it anew.`,
      { cause },
    );
  }
}
