import { ToolError } from '../../../errors.ts';
import { type Analyzer, createAnalyzer } from '../../../retrieve/analysis/analyzer.ts';
import type { EvidenceSearcher, Hit, SearchRequest } from '../../../retrieve/evidence-searcher.ts';
import type { IndexSettings } from '../../../retrieve/index/text-index.ts';
import { maxExpansions } from '../../../retrieve/query/limits.ts';
import type { SearchLevel } from '../../../retrieve/records/search-level.ts';
import type { SearchRecord } from '../../../retrieve/records/search-record.ts';
import { type FoundTitle, rankTitles } from '../../../retrieve/titles/rank-titles.ts';
import { titlesCompared } from '../../../retrieve/titles/title-terms.ts';
import { compareUtf8 } from '../../../text/compare-utf8.ts';
import { fold } from '../../../text/search-words.ts';
import { titleKey } from '../batches.ts';
import type { EngineDescription } from '../engine-description.ts';
import type { EnginePart } from '../engine-part.ts';
import { type EngineQuery, engineQueryOf } from '../query-terms.ts';
import { titleTermsOf } from '../title-terms.ts';
import { termsField, wordsField } from './mapping.ts';
import { describeIndex } from './opensearch-index.ts';
import type { Rest } from './rest.ts';
import { beginningPattern, plainTerm, termOfPair, wordOfTerm } from './terms.ts';

/** Hits that an engine gives at most (index.max_result_window). */
const maxHits = 10_000;
/** Titles, ids that are asked for at once. */
const maxAsked = 1000;
/** Words that begin as wanted, of which the commonest terms are taken. */
const maxBeginnings = 1000;
/** Above 0, also with seven digits. */
const leastScore = 1e-30;
/** What is kept of a record. */
const fields = ['id', 'title', 'kind', 'text', 'heads'];

interface Answer {
  readonly hits: {
    readonly hits: readonly {
      readonly _score: number | null;
      readonly _source: SearchRecord & {
        readonly number: number;
        readonly article: number;
        readonly key?: string;
      };
    }[];
  };
  readonly aggregations?: {
    readonly words: { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] };
  };
}

/** Searches an index in OpenSearch or Elasticsearch. Ranks nearly as the embedded index does: Lucene keeps lengths above 40 rounded, and scores with seven digits. */
export class OpenSearchSearcher implements EvidenceSearcher {
  readonly name: string;
  readonly #rest: Rest;
  readonly #alias: string;
  #description: EngineDescription;
  #analyzer: Analyzer;

  private constructor(name: string, rest: Rest, alias: string, description: EngineDescription) {
    this.name = name;
    this.#rest = rest;
    this.#alias = alias;
    this.#description = description;
    this.#analyzer = createAnalyzer(description.settings.analysis);
  }

  /** @throws ToolError ENGINE_EMPTY, ENGINE_FORMAT, ENGINE_FOREIGN and what {@link Rest} does. */
  static async open(rest: Rest, alias: string, shown: string): Promise<OpenSearchSearcher> {
    return new OpenSearchSearcher(shown, rest, alias, await describeIndex(rest, alias, shown));
  }

  get levels(): readonly SearchLevel[] {
    return (Object.keys(this.#description.parts) as EnginePart[]).filter(
      (part): part is SearchLevel => part !== 'title',
    );
  }

  settingsOf(level: SearchLevel): IndexSettings | undefined {
    return this.#description.parts[level] && this.#description.settings;
  }

  async size(level: SearchLevel): Promise<number> {
    await this.#refresh();
    return this.#description.parts[level]?.size ?? 0;
  }

  async search({ query, level, count, kinds, titles, except }: SearchRequest): Promise<readonly Hit[]> {
    await this.#refresh();
    if (this.#description.parts[level] === undefined)
      throw new ToolError(
        'SEARCH_LEVEL',
        `${this.name} has no level "${level}", only ${this.levels.join(', ')}. Fill it with \`claimset index --engine --level ${level}\`.`,
      );
    const asked = await engineQueryOf(query, this.#analyzer, (prefix) =>
      this.#expand(level, fold(prefix), maxExpansions),
    );
    if (asked === undefined || count <= 0) return [];
    const filters: unknown[] = [];
    if (kinds !== undefined) filters.push({ terms: { kind: kinds } });
    if (titles !== undefined)
      filters.push({ terms: { article: [...(await this.#articlesOf(titles)).values()] } });
    const found = await this.#rank(level, asked, count, filters, except);
    return found.map(({ _score, _source: { number: _, article: __, key: ___, ...record } }) => ({
      ...record,
      score: _score ?? 0,
    }));
  }

  async knownTitles(titles: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.#articlesOf(titles)).keys());
  }

  async findTitles(text: string, count: number): Promise<readonly FoundTitle[]> {
    const terms = await titleTermsOf(text, (prefix, most) => this.#expand('title', prefix, most));
    if (terms.length === 0 || count <= 0) return [];
    const found = await this.#rank('title', { terms, needed: undefined }, titlesCompared(count), []);
    const titles = found
      .map(({ _source }) => _source)
      .sort((one, other) => one.number - other.number)
      .map(({ title }) => title);
    return rankTitles(text, new Set(titles), count);
  }

  async elementsOf(title: string): Promise<readonly SearchRecord[]> {
    const [article] = (await this.#articlesOf([title])).values();
    const records: SearchRecord[] = [];
    for (let after = -1; article !== undefined; ) {
      const { hits } = await this.#ask({
        size: maxHits,
        _source: [...fields, 'number'],
        query: { bool: { filter: [{ term: { part: 'element' } }, { term: { article } }] } },
        sort: [{ number: 'asc' }],
        search_after: [after],
      });
      for (const { _source } of hits.hits) {
        const { number, ...record } = _source;
        after = number;
        records.push(record);
      }
      if (hits.hits.length < maxHits) break;
    }
    return records;
  }

  async recordAt(level: SearchLevel, number: number): Promise<SearchRecord> {
    const { hits } = await this.#ask({
      size: 1,
      _source: fields,
      query: { bool: { filter: [{ term: { part: level } }, { term: { number } }] } },
    });
    const [hit] = hits.hits;
    if (hit !== undefined) return hit._source;
    throw new ToolError(
      'ENGINE_FAILED',
      `${this.name} has lost a record. Make the index anew with \`claimset index --engine\`.`,
    );
  }

  async close(): Promise<void> {}

  async #rank(
    part: EnginePart,
    { terms, needed }: EngineQuery,
    count: number,
    filters: readonly unknown[],
    except: ReadonlySet<string> = new Set(),
  ): Promise<Answer['hits']['hits']> {
    const field = termsField(part);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(plainTerm(term), (counts.get(plainTerm(term)) ?? 0) + 1);
    const isTfIdf = part !== 'title' && this.#description.settings.weighting.id === 'drqa';
    const should = Array.from(counts, ([term, times]) => ({
      term: { [field]: { value: term, boost: isTfIdf ? Math.log1p(times) : times } },
    }));
    const all = [
      { term: { part } },
      ...filters,
      ...(needed?.terms ?? []).map((term) => ({ term: { [field]: plainTerm(term) } })),
      ...(needed?.rows ?? []).map((row) => ({ match_phrase: { rows: row.trim() } })),
    ];
    const { hits } = await this.#ask({
      size: Math.min(count, maxHits),
      _source: [...fields, 'number'],
      query: {
        bool: {
          should,
          minimum_should_match: 1,
          filter: all,
          ...(except.size > 0 && { must_not: [{ terms: { id: [...except] } }] }),
        },
      },
      // Terms of more than half of the records may add nothing.
      min_score: leastScore,
      sort: [{ _score: 'desc' }, { number: 'asc' }],
      track_scores: true,
    });
    return hits.hits;
  }

  /** The numbers of the articles of some titles, by title as it was given. */
  async #articlesOf(titles: readonly string[]): Promise<Map<string, number>> {
    const keys = new Map(titles.map((title) => [title, titleKey(title)]));
    const wanted = [...new Set(keys.values())];
    const numbers = new Map<string, number>();
    for (let at = 0; at < wanted.length; at += maxAsked) {
      const { hits } = await this.#ask({
        size: maxHits,
        _source: ['key', 'article'],
        query: {
          bool: {
            filter: [{ term: { part: 'title' } }, { terms: { key: wanted.slice(at, at + maxAsked) } }],
          },
        },
        sort: [{ article: 'asc' }],
      });
      for (const { _source } of hits.hits) {
        const { key = '', article } = _source;
        if (!numbers.has(key)) numbers.set(key, article);
      }
    }
    const found = new Map<string, number>();
    for (const [title, key] of keys) {
      const number = numbers.get(key);
      if (number !== undefined) found.set(title, number);
    }
    return found;
  }

  /** The commonest terms that begin so or are of a word that does. */
  async #expand(part: EnginePart, prefix: string, most: number): Promise<string[]> {
    if (prefix === '') return [];
    const begin = await this.#countWords(part, beginningPattern(plainTerm(prefix)), maxBeginnings);
    const terms = new Set([...begin.keys()].map(termOfPair));
    const own = [...terms].map((term) => wordOfTerm(term, term));
    const counts =
      own.length === 0 ? new Map<string, number>() : await this.#countWords(part, own, own.length);
    return [...counts]
      .map(([pair, count]) => ({ term: termOfPair(pair), count }))
      .sort((one, other) => other.count - one.count || compareUtf8(one.term, other.term))
      .slice(0, most)
      .map(({ term }) => term);
  }

  /** Words with their terms, and how many records have them. */
  async #countWords(
    part: EnginePart,
    include: string | readonly string[],
    size: number,
  ): Promise<Map<string, number>> {
    const { aggregations } = await this.#ask({
      size: 0,
      query: { bool: { filter: [{ term: { part } }] } },
      aggs: { words: { terms: { field: wordsField(part), include, size } } },
    });
    return new Map(aggregations?.words.buckets.map(({ key, doc_count: count }) => [key, count]));
  }

  async #ask(body: unknown): Promise<Answer> {
    const answer = (await this.#rest.ask(
      'POST',
      `/${this.#alias}/_search?search_type=dfs_query_then_fetch`,
      body,
    )) as Answer | undefined;
    if (Array.isArray(answer?.hits?.hits)) return answer;
    throw new ToolError(
      'ENGINE_EMPTY',
      `There is no index in ${this.name} any more. Fill it with \`claimset index --engine\`.`,
    );
  }

  /** It may have been replaced. */
  async #refresh(): Promise<void> {
    const description = await describeIndex(this.#rest, this.#alias, this.name);
    if (JSON.stringify(description.settings) !== JSON.stringify(this.#description.settings))
      this.#analyzer = createAnalyzer(description.settings.analysis);
    this.#description = description;
  }
}
