import type { PoolClient } from 'pg';
import { titleKey } from '../batches.ts';
import { asKept } from './as-kept.ts';

/** The numbers of the articles of some titles, by title as it was given. */
export async function articlesOf(
  client: PoolClient,
  schema: string,
  titles: readonly string[],
): Promise<Map<string, number>> {
  const keys = new Map(titles.map((title) => [title, asKept(titleKey(title))]));
  const { rows } = await client.query<{ key: string; number: number }>(
    `SELECT key, number FROM ${schema}.known_title WHERE key = ANY($1)`,
    [[...new Set(keys.values())]],
  );
  const numbers = new Map(rows.map(({ key, number }) => [key, number]));
  const found = new Map<string, number>();
  for (const [title, key] of keys) {
    const number = numbers.get(key);
    if (number !== undefined) found.set(title, number);
  }
  return found;
}
