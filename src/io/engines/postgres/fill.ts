import type { Pool, PoolClient } from 'pg';
import { ToolError } from '../../../errors.ts';
import type { SearchLevel } from '../../../retrieve/records/search-level.ts';
import { titleIndexSettings } from '../../../retrieve/titles/title-index-builder.ts';
import { type Batch, batchesOf, titleKey } from '../batches.ts';
import {
  type EngineDescription,
  emptyDescription,
  isSameSource,
  type PartDescription,
  readDescription,
} from '../engine-description.ts';
import type { EnginePart } from '../engine-part.ts';
import type { EngineProgress, EngineSource, EngineSummary } from '../engine-source.ts';
import { saturationSql } from './saturation-sql.ts';
import { finishPart, makeSchema, schemaComment, schemasOf } from './schema.ts';
import { tsvectorText } from './tsvector-text.ts';

/** Fills an index and puts it in the place of the one that is there. */
export async function fillPostgres(
  pool: Pool,
  index: string,
  shown: string,
  source: EngineSource,
  onProgress: (progress: EngineProgress) => void,
): Promise<EngineSummary> {
  const client = await pool.connect();
  try {
    await lock(client, index, shown);
    const names = schemasOf(index);
    const parts: EnginePart[] = [...source.levels, 'title'];
    await refuseForeign(client, [index, `${index}_building`], shown);
    const begun = await beginOrGoOn(
      client,
      names.building,
      shown,
      emptyDescription(source.settings, source.corpus, parts),
    );
    const { articles: resumedAt } = begun;
    let done = begun;
    for await (const batch of batchesOf(source, begun)) {
      done = await inTransaction(client, () => takeIn(client, names.building, batch, done.cut));
      onProgress({ articles: done.articles, records: recordsOf(done) });
    }
    // What was taken in stays if this is interrupted: it is done anew then.
    await inTransaction(client, async () => {
      for (const part of parts) {
        const weighting = part === 'title' ? titleIndexSettings.weighting : source.settings.weighting;
        const saturation = saturationSql(weighting, done.parts[part] as PartDescription);
        await client.query(finishPart(names.building, part, saturation));
      }
      await client.query(`DROP SCHEMA IF EXISTS ${names.own} CASCADE`);
      await client.query(`ALTER SCHEMA ${names.building} RENAME TO ${names.own}`);
    });
    return {
      address: shown,
      articles: done.articles,
      records: new Map(source.levels.map((level) => [level, done.parts[level]?.size ?? 0])),
      resumedAt,
      cut: done.cut,
    };
  } finally {
    // Its lock goes with the connection.
    client.release(true);
  }
}

/** Removes an index and what an interrupted run left of one. */
export async function removePostgres(pool: Pool, index: string, shown: string): Promise<void> {
  const client = await pool.connect();
  try {
    await lock(client, index, shown);
    await refuseForeign(client, [index, `${index}_building`], shown);
    const { own, building } = schemasOf(index);
    await inTransaction(client, async () => {
      for (const schema of [own, building]) await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    });
  } finally {
    client.release(true);
  }
}

async function lock(client: PoolClient, index: string, shown: string): Promise<void> {
  const { rows } = await client.query<{ mine: boolean; encoding: string }>(
    `SELECT pg_try_advisory_lock(hashtext($1)) AS mine, current_setting('server_encoding') AS encoding`,
    [`claimset:${index}`],
  );
  if (rows[0]?.encoding !== 'UTF8')
    throw new ToolError(
      'ENGINE_REFUSED',
      `${shown} is no database in UTF-8. Make one with \`createdb -E UTF8 -T template0\`.`,
    );
  if (rows[0]?.mine !== true)
    throw new ToolError(
      'ENGINE_BUSY',
      `${shown} is being filled by another program. Wait until it is done, or end it.`,
    );
}

async function refuseForeign(client: PoolClient, names: readonly string[], shown: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace
     WHERE nspname = ANY($1) AND obj_description(oid, 'pg_namespace') IS DISTINCT FROM $2`,
    [names, schemaComment],
  );
  const [foreign] = rows;
  if (foreign === undefined) return;
  throw new ToolError(
    'ENGINE_FOREIGN',
    `${shown}: the schema "${foreign.name}" was not made by claimset and would be lost. Give another name with "index=name" in the address.`,
  );
}

/** The description of what an interrupted run has left, where it is of the same; else of a new, empty schema. */
async function beginOrGoOn(
  client: PoolClient,
  schema: string,
  shown: string,
  fresh: EngineDescription,
): Promise<EngineDescription> {
  const left = await leftBehind(client, schema, shown);
  if (left !== undefined && isSameSource(left, fresh)) return left;
  await inTransaction(client, async () => {
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await client.query(makeSchema(schema, Object.keys(fresh.parts) as EnginePart[]));
    await client.query(`INSERT INTO ${schema}.meta VALUES ($1)`, [JSON.stringify(fresh)]);
  });
  return fresh;
}

async function leftBehind(
  client: PoolClient,
  schema: string,
  shown: string,
): Promise<EngineDescription | undefined> {
  const { rows: found } = await client.query<{ is: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS is`, [
    `${schema}.meta`,
  ]);
  if (found[0]?.is !== true) return undefined;
  const { rows } = await client.query<{ description: unknown }>(`SELECT description FROM ${schema}.meta`);
  try {
    return readDescription(rows[0]?.description, shown);
  } catch {
    // Of another version: made anew.
    return undefined;
  }
}

async function takeIn(
  client: PoolClient,
  schema: string,
  { documents, description }: Batch,
  cutBefore: number,
): Promise<EngineDescription> {
  let cut = cutBefore;
  const titles = new Map<string, number>();
  const rows = new Map<EnginePart, unknown[]>();
  const words = new Map<EnginePart, Map<string, [string, string]>>();
  for (const { part, number, article, record, counts, length, rows: inRows, words: own } of documents) {
    const { text: terms, isCut } = tsvectorText(counts);
    if (isCut) cut += 1;
    if (part === 'title' && !titles.has(titleKey(record.title))) titles.set(titleKey(record.title), article);
    const { id, title, kind, text, heads } = record;
    const row = { number, article, id, title, kind, text, heads, length, rows: inRows.join('\n'), terms };
    entryOf(rows, part, () => []).push(row);
    const known = entryOf(words, part, () => new Map<string, [string, string]>());
    for (const pair of own) known.set(pair.join(' '), pair);
  }
  for (const [part, own] of rows)
    await client.query(
      `INSERT INTO ${schema}.${part} SELECT number, article, id, title, kind, text, heads, length, rows, terms::tsvector
       FROM jsonb_to_recordset($1) AS row(number int, article int, id text, title text, kind text, text text, heads jsonb, length int, rows text, terms text)`,
      [asJson(own)],
    );
  for (const [part, own] of words)
    await client.query(
      `INSERT INTO ${schema}.${part}_word SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
      [Array.from(own.values(), ([word]) => word), Array.from(own.values(), ([, term]) => term)],
    );
  await client.query(
    `INSERT INTO ${schema}.known_title SELECT * FROM unnest($1::text[], $2::int[]) ON CONFLICT DO NOTHING`,
    [[...titles.keys()].map(withoutNul), [...titles.values()]],
  );
  const taken = { ...description, cut };
  await client.query(`UPDATE ${schema}.meta SET description = $1`, [JSON.stringify(taken)]);
  return taken;
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** PostgreSQL takes neither the character NUL nor half of a character. */
function asJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? withoutNul(one) : one));
}

/** A text as PostgreSQL keeps it: with a replacement character for what it does not take. */
export function withoutNul(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\ufffd');
}

function recordsOf({ parts }: EngineDescription): number {
  return Object.entries(parts).reduce(
    (sum, [part, own]) => sum + (part === 'title' ? 0 : (own?.size ?? 0)),
    0,
  );
}

async function inTransaction<Result>(client: PoolClient, work: () => Promise<Result>): Promise<Result> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** The levels of an index, in the order in which they are named. */
export function levelsOf({ parts }: EngineDescription): SearchLevel[] {
  return (Object.keys(parts) as EnginePart[]).filter((part): part is SearchLevel => part !== 'title');
}
