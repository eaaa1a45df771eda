import type { Pool, PoolClient } from 'pg';
import { ToolError } from '../../../errors.ts';
import { schemaComment } from './schema.ts';

/**
 * What `work` gives back, while nobody else fills or removes the index. Its statements may take as long as they like.
 *
 * @throws ToolError ENGINE_BUSY, ENGINE_FOREIGN, ENGINE_REFUSED.
 */
export async function alone<Result>(
  pool: Pool,
  index: string,
  shown: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await lock(client, index, shown);
    await refuseForeign(client, [index, `${index}_building`], shown);
    return await work(client);
  } finally {
    // The lock would go with the connection too, but some time after whoever comes next is told that the index is being filled.
    await client.query('SELECT pg_advisory_unlock_all()').catch(() => {});
    client.release(true);
  }
}

async function lock(client: PoolClient, index: string, shown: string): Promise<void> {
  const { rows } = await client.query<{ mine: boolean; encoding: string }>(
    // Making the indexes may take hours, whatever the server allows searches by default.
    `SELECT pg_try_advisory_lock(hashtext($1)) AS mine, current_setting('server_encoding') AS encoding, set_config('statement_timeout', '0', false)`,
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
