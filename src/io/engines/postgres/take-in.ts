import type { PoolClient } from 'pg';
import { type Batch, titleKey } from '../batches.ts';
import type { EngineDescription } from '../engine-description.ts';
import type { EnginePart } from '../engine-part.ts';
import { asKept } from './as-kept.ts';
import { tsvectorText } from './tsvector-text.ts';

/** Puts a batch into the tables, and gives the description with what was cut. */
export async function takeIn(
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
    [[...titles.keys()].map(asKept), [...titles.values()]],
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
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? asKept(one) : one));
}
