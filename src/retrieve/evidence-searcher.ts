import type { EvidenceKind } from '../corpus/evidence-kind.ts';
import type { IndexSettings } from './index/text-index.ts';
import type { ParsedQuery } from './query/parsed-query.ts';
import type { SearchLevel } from './records/search-level.ts';
import type { SearchRecord } from './records/search-record.ts';
import type { FoundTitle } from './titles/rank-titles.ts';

/** What is asked for. */
export interface SearchRequest {
  readonly query: ParsedQuery;
  readonly level: SearchLevel;
  /** Hits at most. */
  readonly count: number;
  /** Kinds of elements; all by default. */
  readonly kinds?: readonly EvidenceKind[];
  /** Titles of the articles that are searched, in any Unicode normal form; all by default. */
  readonly titles?: readonly string[];
  /** Ids that are not to be found. */
  readonly except?: ReadonlySet<string>;
}

/** Something that was found. */
export interface Hit extends SearchRecord {
  /** Above 0; only good for comparison within one search. */
  readonly score: number;
}

/** Where evidence is searched: an index in memory or in a file, or an engine elsewhere. All rank by BM25 unless their docs say otherwise. */
export interface EvidenceSearcher {
  /** How messages call it. */
  readonly name: string;
  /** What can be asked for. */
  readonly levels: readonly SearchLevel[];
  /** Number of records of a level. */
  readonly size: (level: SearchLevel) => Promise<number>;
  /**
   * The best, the best first; of equal ones the first in the order of the corpus.
   *
   * @throws ToolError SEARCH_LEVEL for a level that it does not have.
   */
  readonly search: (request: SearchRequest) => Promise<readonly Hit[]>;
  /** Those of some titles, in any Unicode normal form, that there are articles of, each as it was given. */
  readonly knownTitles: (titles: readonly string[]) => Promise<ReadonlySet<string>>;
  /**
   * Titles of articles that a text may mean, at most `count`, as `rankTitles` ranks them: the same, those that go on, those that have its words; where there are
   * none, those that are spelt nearly so.
   */
  readonly findTitles: (text: string, count: number) => Promise<readonly FoundTitle[]>;
  /** The elements of an article in the order of the text; none of an unknown one. */
  readonly elementsOf: (title: string) => Promise<readonly SearchRecord[]>;
  /** The record of a number from 0 to before the size of its level. Absent where records have no numbers. */
  readonly recordAt?: (level: SearchLevel, number: number) => Promise<SearchRecord>;
  /** What an index of claimset's own was made with; `undefined` for a level that it does not have. */
  readonly settingsOf?: (level: SearchLevel) => IndexSettings | undefined;
  readonly close: () => Promise<void>;
}
