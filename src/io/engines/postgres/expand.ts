import type { PoolClient } from 'pg';
import { maxExpansions } from '../../../retrieve/query/limits.ts';
import { fold } from '../../../text/search-words.ts';
import type { EnginePart } from '../engine-part.ts';
import { asKept } from './as-kept.ts';

/** Behind all characters that a word goes on with. */
const last = '\u{10ffff}';

/** The commonest terms that begin so or are of a word that does. */
export async function expand(
  client: PoolClient,
  schema: string,
  part: EnginePart,
  prefix: string,
  most = maxExpansions,
): Promise<string[]> {
  const folded = asKept(part === 'title' ? prefix : fold(prefix));
  if (folded === '') return [];
  const table = `${schema}.${part}`;
  const { rows } = await client.query<{ term: string }>(
    `SELECT term FROM ${table}_term WHERE term IN (
       SELECT term FROM ${table}_term WHERE term >= $1 AND term < $2
       UNION SELECT term FROM ${table}_word WHERE word >= $1 AND word < $2)
     ORDER BY documents DESC, term LIMIT $3`,
    [folded, `${folded}${last}`, most],
  );
  return rows.map(({ term }) => term);
}
