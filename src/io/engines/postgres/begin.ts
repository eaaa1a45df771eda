import type { PoolClient } from 'pg';
import { type EngineDescription, isSameSource, readDescription } from '../engine-description.ts';
import type { EnginePart } from '../engine-part.ts';
import { inTransaction } from './in-transaction.ts';
import { makeSchema } from './schema.ts';

/** The description of what an interrupted run has left, where it is of the same; else of a new, empty schema. */
export async function beginOrGoOn(
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
