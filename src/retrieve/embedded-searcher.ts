import { ToolError } from '../errors.ts';
import { type Analyzer, createAnalyzer } from './analysis/analyzer.ts';
import type { EvidenceSearcher, Hit, SearchRequest } from './evidence-searcher.ts';
import type { TextIndex } from './index/text-index.ts';
import type { RecordStore } from './records/record-store.ts';
import type { SearchLevel } from './records/search-level.ts';
import type { SearchRecord } from './records/search-record.ts';
import { MaxScore } from './search/max-score.ts';
import { weightingOf } from './weighting/weighting-of.ts';

/** One level of an embedded index: what its documents are, and where their terms stand. */
export interface SearchPart {
  readonly index: TextIndex;
  readonly records: RecordStore;
}

interface OpenPart extends SearchPart {
  readonly analyzer: Analyzer;
  readonly search: MaxScore;
}

/** Searches indexes of claimset's own, in memory or of a file. What it does is done at once; only the interface waits. */
export class EmbeddedSearcher implements EvidenceSearcher {
  readonly name: string;
  readonly #parts = new Map<SearchLevel, OpenPart>();
  readonly #onClose: () => void;

  constructor(name: string, parts: ReadonlyMap<SearchLevel, SearchPart>, onClose: () => void = () => {}) {
    this.name = name;
    this.#onClose = onClose;
    for (const [level, { index, records }] of parts) {
      const { analysis, weighting } = index.settings;
      const analyzer = createAnalyzer(analysis);
      this.#parts.set(level, {
        index,
        records,
        analyzer,
        search: new MaxScore(index, weightingOf(weighting)),
      });
    }
  }

  get levels(): readonly SearchLevel[] {
    return [...this.#parts.keys()];
  }

  async size(level: SearchLevel): Promise<number> {
    return this.#parts.get(level)?.index.size ?? 0;
  }

  async search(request: SearchRequest): Promise<readonly Hit[]> {
    return this.searchNow(request);
  }

  /** As `search`, without waiting. */
  searchNow({ query, level, count, kinds, titles, except }: SearchRequest): Hit[] {
    const { analyzer, search, records } = this.#part(level);
    const accepts =
      kinds === undefined && (except === undefined || except.size === 0)
        ? undefined
        : (document: number): boolean =>
            (kinds === undefined || kinds.includes(records.kindOf(document))) &&
            (except === undefined || !except.has(records.at(document).id));
    const ranges = titles
      ?.flatMap((title) => {
        const range = records.rangeOf(title);
        return range === undefined ? [] : [range];
      })
      .sort(([one], [other]) => one - other);
    const terms = query.words.flatMap((text) => analyzer.termsOf(text));
    const found = search.search({ terms, count, accepts, ranges });
    return found.map(({ document, score }) => ({ ...records.at(document), score }));
  }

  async knownTitles(titles: readonly string[]): Promise<ReadonlySet<string>> {
    const stores = [...this.#parts.values()].map(({ records }) => records);
    return new Set(titles.filter((title) => stores.some((records) => records.rangeOf(title) !== undefined)));
  }

  async elementsOf(title: string): Promise<readonly SearchRecord[]> {
    const records = this.#parts.get('element')?.records;
    const [from, to] = records?.rangeOf(title) ?? [0, 0];
    return Array.from({ length: to - from }, (_, at) => (records as RecordStore).at(from + at));
  }

  async close(): Promise<void> {
    this.#onClose();
  }

  #part(level: SearchLevel): OpenPart {
    const part = this.#parts.get(level);
    if (part !== undefined) return part;
    throw new ToolError(
      'SEARCH_LEVEL',
      `${this.name} has no level "${level}", only ${this.levels.join(', ')}. Make an index with \`claimset index --level ${level}\`.`,
    );
  }
}
