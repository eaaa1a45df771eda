import type { Pool, PoolClient } from 'pg';
import type { EvidenceSearcher, Hit, SearchRequest } from '../../../retrieve/evidence-searcher.ts';
import type { IndexSettings } from '../../../retrieve/index/text-index.ts';
import type { SearchLevel } from '../../../retrieve/records/search-level.ts';
import type { SearchRecord } from '../../../retrieve/records/search-record.ts';
import { type FoundTitle, rankTitles } from '../../../retrieve/titles/rank-titles.ts';
import { titleIndexSettings } from '../../../retrieve/titles/title-index-builder.ts';
import { titlesCompared } from '../../../retrieve/titles/title-terms.ts';
import { type EngineDescription, emptyEngine, readDescription } from '../engine-description.ts';
import type { EnginePart } from '../engine-part.ts';
import { KnownIndex, lostRecord } from '../known-index.ts';
import { engineQueryOf } from '../query-terms.ts';
import { titleTermsOf } from '../title-terms.ts';
import { asKept } from './as-kept.ts';
import { expand } from './expand.ts';
import { articlesOf } from './known-articles.ts';
import { type RankedPart, rank } from './rank.ts';
import { schemasOf } from './schema.ts';
import { sqlState, told } from './told.ts';

/** What is told where an index was replaced in the middle of a search: no such table, no such schema, two that wait for one another. */
const replaced = new Set(['42P01', '3F000', '40P01']);
const columns = 'id, title, kind, text, heads';

/** Searches an index in PostgreSQL. It ranks as the embedded index does: the same scores, the same order. */
export class PostgresSearcher implements EvidenceSearcher {
  readonly name: string;
  readonly #pool: Pool;
  readonly #schema: string;
  readonly #index: KnownIndex;

  private constructor(name: string, pool: Pool, schema: string, description: EngineDescription) {
    this.name = name;
    this.#pool = pool;
    this.#schema = schema;
    this.#index = new KnownIndex(name, description);
  }

  /** @throws ToolError ENGINE_EMPTY, ENGINE_FORMAT and what `told` does. */
  static async open(pool: Pool, index: string, shown: string): Promise<PostgresSearcher> {
    const { own } = schemasOf(index);
    return told(shown, async () => {
      const description = await describe(pool, own, shown);
      return new PostgresSearcher(shown, pool, own, description);
    });
  }

  get levels(): readonly SearchLevel[] {
    return this.#index.levels;
  }

  settingsOf(level: SearchLevel): IndexSettings | undefined {
    return this.#index.settingsOf(level);
  }

  async size(level: SearchLevel): Promise<number> {
    return this.#ask(async () => this.#index.sizeOf(level));
  }

  async search({ query, level, count, kinds, titles, except }: SearchRequest): Promise<readonly Hit[]> {
    return this.#ask(async (client) => {
      const part = this.#part(level);
      const asked = await engineQueryOf(query, this.#index.analyzer, (prefix) =>
        expand(client, this.#schema, level, prefix),
      );
      if (asked === undefined) return [];
      const articles = titles && [...(await articlesOf(client, this.#schema, titles)).values()];
      const found = await rank(client, part, {
        ...asked,
        count,
        kinds: kinds?.map(asKept),
        articles,
        except: except && except.size > 0 ? Array.from(except, asKept) : undefined,
      });
      return found.map(({ number: _, score, ...record }) => ({ ...(record as SearchRecord), score }));
    });
  }

  async knownTitles(titles: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#ask(async (client) => new Set((await articlesOf(client, this.#schema, titles)).keys()));
  }

  async findTitles(text: string, count: number): Promise<readonly FoundTitle[]> {
    return this.#ask(async (client) => {
      const terms = await titleTermsOf(text, (prefix, most) =>
        expand(client, this.#schema, 'title', prefix, most),
      );
      if (terms.length === 0 || count <= 0) return [];
      const found = await rank(client, this.#part('title'), { terms, count: titlesCompared(count) });
      const titles = found.sort((one, other) => one.number - other.number).map(({ title }) => title);
      return rankTitles(text, new Set(titles), count);
    });
  }

  async elementsOf(title: string): Promise<readonly SearchRecord[]> {
    if (!this.#index.has('element')) return [];
    return this.#ask(async (client) => {
      const articles = await articlesOf(client, this.#schema, [title]);
      const { rows } = await client.query<SearchRecord>(
        `SELECT ${columns} FROM ${this.#schema}.element WHERE article = ANY($1::int[]) ORDER BY number`,
        [[...articles.values()]],
      );
      return rows;
    });
  }

  async recordAt(level: SearchLevel, number: number): Promise<SearchRecord> {
    return this.#ask(async (client) => {
      const { table } = this.#part(level);
      const { rows } = await client.query<SearchRecord>(`SELECT ${columns} FROM ${table} WHERE number = $1`, [
        number,
      ]);
      const [record] = rows;
      if (record === undefined) throw lostRecord(this.name);
      return record;
    });
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  /** What `work` gives back, with the index as it is; once more where it is replaced meanwhile. */
  async #ask<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const once = (): Promise<Result> => this.#inOneIndex(work);
    return told(this.name, () =>
      once().catch((error) => (replaced.has(sqlState(error)) ? once() : Promise.reject(error))),
    );
  }

  /** Nobody can replace an index while a transaction uses it. */
  async #inOneIndex<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    let failed = true;
    try {
      await client.query('BEGIN READ ONLY');
      this.#index.renew(await describe(client, this.#schema, this.name));
      const result = await work(client);
      await client.query('COMMIT');
      failed = false;
      return result;
    } finally {
      // A connection whose statement failed or still runs is not used again.
      client.release(failed);
    }
  }

  #part(part: EnginePart): RankedPart {
    const description = this.#index.part(part);
    const { weighting } = part === 'title' ? titleIndexSettings : this.#index.settings;
    return { table: `${this.#schema}.${part}`, description, weighting };
  }
}

async function describe(
  client: Pool | PoolClient,
  schema: string,
  shown: string,
): Promise<EngineDescription> {
  const { rows } = await client
    .query<{ description: unknown }>(`SELECT description FROM ${schema}.meta`)
    .catch((error: unknown) => {
      throw replaced.has(sqlState(error)) ? emptyEngine(shown) : error;
    });
  return readDescription(rows[0]?.description, shown);
}
