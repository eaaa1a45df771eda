import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import type { ToolError } from '../../../src/errors.ts';
import { findDatabaseFormat } from '../../../src/io/stores/index.ts';
import { writeDatabase } from '../../../src/io/stores/write-database.ts';
import { temporaryFolder } from '../../cli/run-command.ts';
import { exampleArticles, openStore } from './example-articles.ts';

/** A database that statements have made; closed. */
function databaseOf(
  ...statements: readonly (string | readonly [sql: string, ...values: unknown[]])[]
): string {
  const path = join(temporaryFolder(), 'some.db');
  const database = new Database(path);
  for (const statement of statements) {
    const [sql, ...values] = typeof statement === 'string' ? [statement] : statement;
    database.prepare(sql).run(...values);
  }
  database.close();
  return path;
}

const table = 'CREATE TABLE wiki (id PRIMARY KEY, data json)';
const put = (id: unknown, data: unknown) => ['INSERT INTO wiki VALUES (?, ?)', id, data] as const;
const page = (title: string) => JSON.stringify({ title, order: ['sentence_0'], sentence_0: 'One.' });

async function failureOf(path: string): Promise<string> {
  const error = await openStore(path).then(
    () => undefined,
    (reason: ToolError) => reason,
  );
  return `${error?.code}: ${error?.message.replaceAll(dirname(path), '…')}`;
}

describe('a row that cannot be read is a finding that names its id', () => {
  const deep = 20_000;
  test.each([
    ['no JSON', '{"title":', 'it is no JSON.'],
    ['nothing', '', 'it is no JSON.'],
    ['a list', '[]', 'it is no JSON object.'],
    ['null', null, 'its column "data" is empty, or longer than 256 MiB.'],
    ['a number', 7, 'it is no JSON object.'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'its column "data" is not UTF-8.'],
    ['a page without a title', '{"sentence_0":"x"}', 'its "title" should be a string.'],
    ['an element of another kind', '{"title":"X","sentence_0":7}', 'its "sentence_0" should be a string.'],
    ['deep JSON', `${'['.repeat(deep)}${']'.repeat(deep)}`, 'it is no JSON object.'],
    [
      'deep JSON in a cell',
      `{"title":"X","table_0":{"type":"infobox","table":${'['.repeat(deep)}${']'.repeat(deep)}}}`,
      'its "table_0.table.0.0" should be a cell.',
    ],
  ])('%s', async (_, data, reason) => {
    const { store } = await openStore(databaseOf(table, put('X', data), put('Y', page('Y'))));
    expect(store.load('X')?.diagnostic?.message).toBe(`The article "X" cannot be read: ${reason}`);
    expect(store.load('Y')?.article?.elements).toHaveLength(1);
    expect([...store.articles()].map(({ article }) => article?.title)).toEqual([undefined, 'Y']);
    store.close();
  });

  test('text that is not UTF-8, at which the driver alone would end the process', async () => {
    const path = databaseOf(
      table,
      put('X', page('X')),
      "INSERT INTO wiki VALUES (CAST(x'ff' AS TEXT), 'x')",
      "UPDATE wiki SET data = CAST(x'7bff7d' AS TEXT) WHERE id = 'X'",
    );
    const { store } = await openStore(path);
    expect(store.load('X')?.diagnostic?.ruleId).toBe('corpus/unreadable-article');
    expect([...store.titles()]).toEqual(['X']);
    expect([...store.articles()].map(({ diagnostic }) => diagnostic?.message)).toEqual([
      'The article "X" cannot be read: its column "data" is not UTF-8.',
      'The article "" cannot be read: its id is no text.',
    ]);
    store.close();
  });
});

describe('what is no database of articles is told', () => {
  test.each([
    ['a table of other columns', ['CREATE TABLE wiki (id PRIMARY KEY, text)']],
    ['no table', ['CREATE TABLE other (x)']],
    ['a view', ['CREATE TABLE t (id, data)', 'CREATE VIEW wiki AS SELECT id, data FROM t']],
  ])('%s', async (_, statements) => {
    expect(await failureOf(databaseOf(...statements))).toBe(
      'CORPUS_UNKNOWN: "some.db" is a database, but has no table of articles: documents(id, text, lines) as the FEVER database (SQLite), or wiki(id, data) as the FEVEROUS database (SQLite) has. Name another file, or convert it to wiki-pages.',
    );
  });

  test('a table without an index of its ids', async () => {
    const path = databaseOf('CREATE TABLE wiki (id TEXT, data)', put('X', page('X')));
    expect(await failureOf(path)).toBe(
      `DATABASE_WITHOUT_INDEX: The table "wiki" of "some.db" has no index of its ids, so that each look-up would read all of it. Make one: sqlite3 "some.db" 'CREATE UNIQUE INDEX wiki_ids ON wiki(id)'.`,
    );
  });

  test('an empty table', async () => {
    expect(await failureOf(databaseOf(table))).toMatch(
      /^CORPUS_NOT_FOUND: The table "wiki" of "some.db" is empty/,
    );
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'empty. Name a file with articles.'],
    ['a ZIP archive', Buffer.from('PK\u0003\u0004rest'), 'a ZIP archive. Unpack it and name what was in it.'],
    [
      'gzip',
      Buffer.from([0x1f, 0x8b, 8]),
      'compressed by gzip. Unpack it with `gunzip` and name what comes out.',
    ],
  ])('a file of %s', async (_, bytes, what) => {
    const path = join(temporaryFolder(), 'some.db');
    writeFileSync(path, bytes);
    expect(await failureOf(path)).toBe(`CORPUS_UNKNOWN: "some.db" is ${what}`);
  });

  test('bytes, and a database that was cut', async () => {
    const path = databaseOf(table, put('X', page('X')));
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([Buffer.from([1, 2, 0]), bytes]));
    expect(await failureOf(path)).toMatch(
      /^CORPUS_UNKNOWN: "some.db" is no text, and no SQLite database either/,
    );
    writeFileSync(path, bytes.subarray(0, 2000));
    expect(await failureOf(path)).toMatch(
      /^DATABASE_BROKEN: "….some.db" cannot be read as an SQLite database: /,
    );
  });

  test('changes beside the file that are not in it yet', async () => {
    const path = databaseOf(table, put('X', page('X')));
    writeFileSync(`${path}-wal`, 'changes');
    expect(await failureOf(path)).toMatch(/^DATABASE_UNFINISHED: .* has changes in "….some.db-wal"/);
  });
});

test('a file that was written with a write-ahead log is read without one beside it', async () => {
  const path = join(temporaryFolder(), 'log.db');
  const database = new Database(path);
  database.pragma('journal_mode=WAL');
  database.exec(table);
  database.prepare('INSERT INTO wiki VALUES (?, ?)').run('X', page('X'));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  // The driver leaves files of no length until its memory is tidied up.
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  const { mtimeNs } = statSync(path, { bigint: true });
  const { store } = await openStore(path);
  expect(store.load('X')?.article?.title).toBe('X');
  expect(readdirSync(dirname(path))).toEqual(['log.db']);
  expect(statSync(path, { bigint: true }).mtimeNs).toBe(mtimeNs);
  store.close();
});

test('a path may hold whatever an address may not', async () => {
  const path = join(temporaryFolder(), "a %41#?mode=rw&x='b.db");
  await writeDatabase(path, findDatabaseFormat('feverous-db'), exampleArticles);
  const { store } = await openStore(path);
  expect(store.size).toBe(exampleArticles.length);
  store.close();
});

test('an id column that takes upper and lower case for the same does not', async () => {
  const path = databaseOf(
    'CREATE TABLE wiki (id TEXT PRIMARY KEY COLLATE NOCASE, data)',
    put('X y', page('X y')),
  );
  const { store } = await openStore(path);
  expect([store.has('X y'), store.has('x Y'), store.load('x Y')]).toEqual([true, false, undefined]);
  store.close();
});

test('a title that the database has escaped for HTML is found as it is and as it is escaped', async () => {
  const { store } = await openStore(databaseOf(table, put('R &amp; B', page('R &amp; B'))));
  expect(store.load('R & B')?.article?.title).toBe('R & B');
  expect(store.load('R &amp; B')?.article?.title).toBe('R &amp; B');
  store.close();
});

describe('writing a database', () => {
  const format = findDatabaseFormat('feverous-db');

  test('tells what was written, what came again and what was left out', async () => {
    const [first] = exampleArticles;
    if (first === undefined) throw new Error('no examples');
    const path = join(temporaryFolder(), 'new/articles.db');
    const written = await writeDatabase(path, format, [first, first, { title: '', elements: [] }]);
    const bytes = statSync(path).size;
    expect(written).toEqual({ path, bytes, articles: 1, repeated: [first.title], leftOut: 1 });
    expect(readdirSync(dirname(path))).toEqual(['articles.db']);
  });

  test('is the same file each time, with ids and JSON in normal form D', async () => {
    const folder = temporaryFolder();
    for (const name of ['a.db', 'b.db']) await writeDatabase(join(folder, name), format, exampleArticles);
    expect(readFileSync(join(folder, 'a.db')).equals(readFileSync(join(folder, 'b.db')))).toBe(true);
    const database = new Database(join(folder, 'a.db'));
    const rows = database.prepare('SELECT id, data FROM wiki').raw().all() as [string, string][];
    expect(rows.flat().filter((text) => text !== text.normalize('NFD'))).toEqual([]);
    expect(rows).toHaveLength(exampleArticles.length);
    database.close();
  });

  test('leaves what was there when it fails', async () => {
    const path = join(temporaryFolder(), 'articles.db');
    writeFileSync(path, 'before');
    function* failing() {
      yield* exampleArticles;
      throw new Error('the source ends');
    }
    await expect(writeDatabase(path, format, failing())).rejects.toThrow('the source ends');
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(dirname(path))).toEqual(['articles.db']);
  });
});
