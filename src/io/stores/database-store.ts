import type { ArticleStore, StoredArticle } from '../../corpus/article-store.ts';
import { corpusRules } from '../../corpus/corpus-rules.ts';
import type { DraftArticle } from '../../corpus/draft-article.ts';
import { placeInStore } from '../../corpus/place-in-store.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { ToolError } from '../../errors.ts';
import { decodeUtf8 } from '../../text/decode-utf8.ts';
import { toNfc } from '../../text/normalise.ts';
import { bufferTools } from '../buffer-tools.ts';
import type { DatabaseFormat } from './database-format.ts';
import type { SqliteFile, SqliteRow } from './open-sqlite.ts';

/** A longer value is no article: the longest of Wikipedia have a few megabytes. */
const maxValueBytes = 1 << 28;

/** What a row cannot be read for. */
interface Damage {
  readonly reason: string;
}

/**
 * The articles of a database, each read by its primary key when it is asked for.
 *
 * @param name how findings call it
 * @throws ToolError DATABASE_WITHOUT_INDEX where each look-up would read the whole table, CORPUS_NOT_FOUND for an empty table.
 */
export function createDatabaseStore(file: SqliteFile, format: DatabaseFormat, name: string): ArticleStore {
  const { table, columns } = format;
  const values = columns.map(
    (column) => `CASE WHEN octet_length("${column}") <= ${maxValueBytes} THEN CAST("${column}" AS BLOB) END`,
  );
  // As blobs: see `openSqlite`.
  const row = `SELECT CAST(id AS BLOB), ${values.join(', ')} FROM "${table}"`;
  refuseSlow(file, table, name);
  const find = file.ask(`${row} WHERE id = ?`);
  const findId = file.ask(`SELECT CAST(id AS BLOB) FROM "${table}" WHERE id = ?`);
  if (file.ask(`SELECT 1 FROM "${table}" LIMIT 1`)() === undefined) {
    throw new ToolError('CORPUS_NOT_FOUND', `The table "${table}" of "${name}" is empty. Name another file.`);
  }
  let size: number | undefined;
  const broken = (title: string, reason: string): StoredArticle => ({
    diagnostic: createDiagnostic(corpusRules.unreadableArticle, 'broken', {
      data: { title, reason },
      place: placeInStore(name),
    }),
  });
  const read = (title: string, id: string, values: SqliteRow): StoredArticle => {
    const found = articleOfRow(format, id, values);
    if ('reason' in found) return broken(title, found.reason);
    // The id is what claims cite: a page that says another title of itself would have other ids.
    return { article: found.title === title ? found : { ...found, title } };
  };
  /** The id of a row as text; `undefined` where it is none. */
  const idOf = ([id]: SqliteRow): string | undefined => (id instanceof Uint8Array ? utf8Of(id) : undefined);
  /** Ids are compared here too: a column may be told to hold upper and lower case for the same. */
  const isOf = (title: string, found: SqliteRow): boolean => {
    const id = idOf(found);
    return id !== undefined && format.isOf(id, title);
  };
  return {
    name,
    diagnostics: [],
    get size() {
      size ??= Number(file.ask(`SELECT count(*) FROM "${table}"`)()?.[0] ?? 0);
      return size;
    },
    has: (title) => {
      const key = toNfc(title);
      return format.idsOf(key).some((id) => {
        const found = findId(id);
        return found !== undefined && isOf(key, found);
      });
    },
    load: (title) => {
      const key = toNfc(title);
      for (const id of format.idsOf(key)) {
        try {
          const found = find(id);
          if (found !== undefined && isOf(key, found)) return read(key, idOf(found) ?? '', found.slice(1));
        } catch (error) {
          if (!(error instanceof ToolError)) throw error;
          const reason = error.cause instanceof Error ? error.cause.message : error.message;
          return broken(key, `the database says "${reason}"`);
        }
      }
      return undefined;
    },
    *titles() {
      for (const found of file.rows(`SELECT CAST(id AS BLOB) FROM "${table}" ORDER BY id`)) {
        const id = idOf(found);
        if (id !== undefined) yield format.titleOf(id);
      }
    },
    *articles() {
      for (const found of file.rows(row)) {
        const id = idOf(found);
        if (id === undefined) yield broken('', 'its id is no text');
        else yield read(format.titleOf(id), id, found.slice(1));
      }
    },
    close: () => file.close(),
  };
}

function articleOfRow(
  { columns, draftOf }: DatabaseFormat,
  id: string,
  values: SqliteRow,
): DraftArticle | Damage {
  const texts: string[] = [];
  for (const [at, value] of values.entries()) {
    if (!(value instanceof Uint8Array)) {
      return { reason: `its column "${columns[at]}" is empty, or longer than ${maxValueBytes >> 20} MiB` };
    }
    const text = utf8Of(value);
    if (text === undefined) return { reason: `its column "${columns[at]}" is not UTF-8` };
    texts.push(text);
  }
  const draft = draftOf(id, texts);
  return typeof draft === 'string' ? { reason: draft } : draft;
}

function utf8Of(bytes: Uint8Array): string | undefined {
  return bufferTools.isUtf8(bytes) ? decodeUtf8(bytes, 0, bytes.length) : undefined;
}

/** @throws ToolError DATABASE_WITHOUT_INDEX */
function refuseSlow(file: SqliteFile, table: string, name: string): void {
  // Not the plan of a query, which would name the index: no name of a file is asked for as text.
  const isIndexed = file.ask(
    'SELECT 1 FROM pragma_index_list(?) AS list WHERE list.partial = 0 AND EXISTS (SELECT 1 FROM pragma_index_info(list.name) WHERE seqno = 0 AND name = ?)',
  )(table, 'id');
  if (isIndexed !== undefined) return;
  throw new ToolError(
    'DATABASE_WITHOUT_INDEX',
    `The table "${table}" of "${name}" has no index of its ids, so that each look-up would read all of it. Make one: sqlite3 "${name}" 'CREATE UNIQUE INDEX ${table}_ids ON ${table}(id)'.`,
  );
}
