import type { EvidenceSearcher, Hit, SearchRequest } from '../../../retrieve/evidence-searcher.ts';
import type { IndexSettings } from '../../../retrieve/index/text-index.ts';
import { maxExpansions } from '../../../retrieve/query/limits.ts';
import type { SearchLevel } from '../../../retrieve/records/search-level.ts';
import type { SearchRecord } from '../../../retrieve/records/search-record.ts';
import { type FoundTitle, rankTitles } from '../../../retrieve/titles/rank-titles.ts';
import { titleIndexSettings } from '../../../retrieve/titles/title-index-builder.ts';
import { titlesCompared } from '../../../retrieve/titles/title-terms.ts';
import { fold } from '../../../text/search-words.ts';
import type { EngineDescription } from '../engine-description.ts';
import { KnownIndex, lostRecord } from '../known-index.ts';
import { engineQueryOf } from '../query-terms.ts';
import { titleTermsOf } from '../title-terms.ts';
import { recordsAnswer } from './answers.ts';
import { type Ask, createAsk } from './ask.ts';
import { expand } from './expand.ts';
import { articlesOf } from './known-articles.ts';
import { describeIndex } from './opensearch-index.ts';
import { maxHits, rank, recordFields } from './rank.ts';
import { noEngine, type Rest } from './rest.ts';

/** Searches an index in OpenSearch or Elasticsearch. Ranks nearly as the embedded index does: Lucene keeps lengths above 40 rounded, and scores with seven digits. */
export class OpenSearchSearcher implements EvidenceSearcher {
  readonly name: string;
  readonly #rest: Rest;
  readonly #alias: string;
  readonly #ask: Ask;
  readonly #index: KnownIndex;

  private constructor(name: string, rest: Rest, alias: string, description: EngineDescription) {
    this.name = name;
    this.#rest = rest;
    this.#alias = alias;
    this.#ask = createAsk(rest, alias, name);
    this.#index = new KnownIndex(name, description);
  }

  /** @throws ToolError ENGINE_EMPTY, ENGINE_FORMAT, ENGINE_FOREIGN and what {@link Rest} does. */
  static async open(rest: Rest, alias: string, shown: string): Promise<OpenSearchSearcher> {
    return new OpenSearchSearcher(shown, rest, alias, await describeIndex(rest, alias, shown));
  }

  get levels(): readonly SearchLevel[] {
    return this.#index.levels;
  }

  settingsOf(level: SearchLevel): IndexSettings | undefined {
    return this.#index.settingsOf(level);
  }

  async size(level: SearchLevel): Promise<number> {
    await this.#refresh();
    return this.#index.sizeOf(level);
  }

  async search({ query, level, count, kinds, titles, except }: SearchRequest): Promise<readonly Hit[]> {
    await this.#refresh();
    this.#index.part(level);
    const asked = await engineQueryOf(query, this.#index.analyzer, (prefix) =>
      expand(this.#ask, level, fold(prefix), maxExpansions),
    );
    if (asked === undefined || count <= 0) return [];
    const filters: unknown[] = [];
    if (kinds !== undefined) filters.push({ terms: { kind: kinds } });
    if (titles !== undefined)
      filters.push({ terms: { article: [...(await articlesOf(this.#ask, titles)).values()] } });
    const { weighting } = this.#index.settings;
    const found = await rank(this.#ask, level, weighting, { ...asked, count, filters, except });
    return found.map(({ _score, _source: { number: _, ...record } }) => ({
      ...record,
      score: _score ?? 0,
    }));
  }

  async knownTitles(titles: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await articlesOf(this.#ask, titles)).keys());
  }

  async findTitles(text: string, count: number): Promise<readonly FoundTitle[]> {
    const terms = await titleTermsOf(text, (prefix, most) => expand(this.#ask, 'title', prefix, most));
    if (terms.length === 0 || count <= 0) return [];
    const found = await rank(this.#ask, 'title', titleIndexSettings.weighting, {
      terms,
      needed: undefined,
      count: titlesCompared(count),
    });
    const titles = found
      .map(({ _source }) => _source)
      .sort((one, other) => one.number - other.number)
      .map(({ title }) => title);
    return rankTitles(text, new Set(titles), count);
  }

  async elementsOf(title: string): Promise<readonly SearchRecord[]> {
    const [article] = (await articlesOf(this.#ask, [title])).values();
    const records: SearchRecord[] = [];
    if (article === undefined) return records;
    for (let after = -1; ; ) {
      const { hits } = await this.#ask(recordsAnswer, {
        size: maxHits,
        _source: recordFields,
        query: { bool: { filter: [{ term: { part: 'element' } }, { term: { article } }] } },
        sort: [{ number: 'asc' }],
        search_after: [after],
      });
      for (const { _source } of hits.hits) {
        const { number, ...record } = _source;
        // Whoever answers may be anything, and would be asked for ever.
        if (number <= after) throw noEngine(this.name);
        after = number;
        records.push(record);
      }
      if (hits.hits.length < maxHits) return records;
    }
  }

  async recordAt(level: SearchLevel, number: number): Promise<SearchRecord> {
    const { hits } = await this.#ask(recordsAnswer, {
      size: 1,
      _source: recordFields,
      query: { bool: { filter: [{ term: { part: level } }, { term: { number } }] } },
    });
    const [hit] = hits.hits;
    if (hit === undefined) throw lostRecord(this.name);
    const { number: _, ...record } = hit._source;
    return record;
  }

  async close(): Promise<void> {}

  /** It may have been replaced. */
  async #refresh(): Promise<void> {
    this.#index.renew(await describeIndex(this.#rest, this.#alias, this.name));
  }
}
