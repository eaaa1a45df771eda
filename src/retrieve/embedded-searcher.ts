import { ToolError } from '../errors.ts';
import { type Analyzer, createAnalyzer } from './analysis/analyzer.ts';
import type { EvidenceSearcher, Hit, SearchRequest } from './evidence-searcher.ts';
import type { IndexSettings, TextIndex } from './index/text-index.ts';
import { maxExpansions, maxVerified } from './query/limits.ts';
import type { ParsedQuery } from './query/parsed-query.ts';
import { createPhraseTest } from './query/phrase-test.ts';
import type { RecordStore } from './records/record-store.ts';
import type { SearchLevel } from './records/search-level.ts';
import type { SearchRecord } from './records/search-record.ts';
import { documentsWithAll, includesSorted } from './search/documents-with-all.ts';
import type { Found, TermSearch } from './search/found.ts';
import { MaxScore } from './search/max-score.ts';
import { PrefixTerms } from './search/prefix-terms.ts';
import type { FoundTitle } from './titles/rank-titles.ts';
import type { TitleFinder } from './titles/title-finder.ts';
import { TitleIndexBuilder } from './titles/title-index-builder.ts';
import { weightingOf } from './weighting/weighting-of.ts';

/** One level of an embedded index: what its documents are, and where their terms stand. */
export interface SearchPart {
  readonly index: TextIndex;
  readonly records: RecordStore;
}

interface OpenPart extends SearchPart {
  readonly analyzer: Analyzer;
  readonly search: MaxScore;
  readonly prefixes: PrefixTerms;
}

/** Searches indexes of claimset's own, in memory or of a file. What it does is done at once; only the interface waits. */
export class EmbeddedSearcher implements EvidenceSearcher {
  readonly name: string;
  readonly #parts = new Map<SearchLevel, OpenPart>();
  readonly #onClose: () => void;
  #titles: Pick<TitleFinder, 'find'> | undefined;

  /** @param titles Finds titles; made of the records when it is first needed by default. */
  constructor(
    name: string,
    parts: ReadonlyMap<SearchLevel, SearchPart>,
    onClose: () => void = () => {},
    titles?: Pick<TitleFinder, 'find'>,
  ) {
    this.name = name;
    this.#onClose = onClose;
    this.#titles = titles;
    for (const [level, { index, records }] of parts) {
      const { analysis, weighting } = index.settings;
      const analyzer = createAnalyzer(analysis);
      this.#parts.set(level, {
        index,
        records,
        analyzer,
        search: new MaxScore(index, weightingOf(weighting)),
        prefixes: new PrefixTerms(index),
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
    const part = this.#part(level);
    const { search, records } = part;
    const accepts =
      kinds === undefined && (except === undefined || except.size === 0)
        ? undefined
        : (document: number): boolean =>
            (kinds === undefined || kinds.includes(records.kindOf(document))) &&
            (except === undefined || !except.has(records.at(document).id));
    const ranges = titles && rangesOf(titles, records);
    const request = { terms: termsOf(query, part), count, ranges, accepts };
    const found =
      query.phrases.length > 0 ? searchPhrases(query.phrases, request, part) : search.search(request);
    return found.map(({ document, score }) => ({ ...records.at(document), score }));
  }

  async knownTitles(titles: readonly string[]): Promise<ReadonlySet<string>> {
    const stores = [...this.#parts.values()].map(({ records }) => records);
    return new Set(titles.filter((title) => stores.some((records) => records.rangeOf(title) !== undefined)));
  }

  async findTitles(text: string, count: number): Promise<readonly FoundTitle[]> {
    this.#titles ??= finderOf(this.#parts.values().next().value?.records);
    return this.#titles.find(text, count);
  }

  async elementsOf(title: string): Promise<readonly SearchRecord[]> {
    const records = this.#parts.get('element')?.records;
    const [from, to] = records?.rangeOf(title) ?? [0, 0];
    return Array.from({ length: to - from }, (_, at) => (records as RecordStore).at(from + at));
  }

  async recordAt(level: SearchLevel, number: number): Promise<SearchRecord> {
    return this.#part(level).records.at(number);
  }

  settingsOf(level: SearchLevel): IndexSettings | undefined {
    return this.#parts.get(level)?.index.settings;
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

/** What is looked for, word by word and beginning by beginning. */
function termsOf({ words, prefixes }: ParsedQuery, { analyzer, prefixes: known }: OpenPart): string[] {
  // A hashed term begins with nothing.
  const isHashed = analyzer.settings.grams === 'hashed-bigrams';
  return [
    ...words.flatMap((text) => analyzer.termsOf(text)),
    ...prefixes.flatMap((prefix) =>
      isHashed ? analyzer.termsOf(prefix) : known.startingWith(prefix, maxExpansions),
    ),
  ];
}

/** The documents of some titles, ascending, each once. */
function rangesOf(titles: readonly string[], records: RecordStore): (readonly [from: number, to: number])[] {
  const ranges = new Map<number, readonly [from: number, to: number]>();
  for (const title of titles) {
    const range = records.rangeOf(title);
    if (range !== undefined) ranges.set(range[0], range);
  }
  return [...ranges.values()].sort(([one], [other]) => one - other);
}

/**
 * The best of the documents that have all phrases. Those that have all their words are ranked, and looked at from the best on until enough have the phrases
 * themselves.
 */
function searchPhrases(
  phrases: readonly string[],
  request: TermSearch,
  { analyzer, index, records, search }: OpenPart,
): Found[] {
  const { count, accepts } = request;
  const candidates = documentsWithAll(
    index,
    phrases.flatMap((phrase) => analyzer.termsOf(phrase)),
  );
  const hasPhrases = createPhraseTest(phrases);
  const isCandidate = (document: number): boolean =>
    includesSorted(candidates, document) && (accepts === undefined || accepts(document));
  const most = Math.min(candidates.length, maxVerified);
  const good: Found[] = [];
  let seen = 0;
  for (
    let asked = Math.min(most, 4 * count);
    good.length < count && seen < most;
    asked = Math.min(most, 8 * asked)
  ) {
    const ranked = search.search({ ...request, count: asked, accepts: isCandidate });
    const isAll = ranked.length < asked || asked === most;
    for (; seen < ranked.length && good.length < count; seen++) {
      const found = ranked[seen] as Found;
      if (hasPhrases(records.at(found.document))) good.push(found);
    }
    if (isAll) break;
  }
  return good;
}

function finderOf(records: RecordStore | undefined): TitleFinder {
  const builder = new TitleIndexBuilder();
  for (const title of records?.titles() ?? []) builder.add(title);
  return builder.finish();
}
