import type { OpenClaim } from '../../claims/open-claim.ts';
import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import type { Rng } from '../../text/rng.ts';
import type { EvidenceSearcher } from '../evidence-searcher.ts';
import type { SearchRecord } from '../records/search-record.ts';
import type { LookedAt } from './looked-at.ts';

/** A record that a sampler proposes. */
export interface Candidate {
  readonly record: Pick<SearchRecord, 'id' | 'text'>;
  readonly rank?: number;
  readonly score?: number;
  /** Whether it was drawn. */
  readonly isDrawn?: boolean;
  readonly annotators?: number;
}

/** What samplers look into. Only what the samplers that are asked for need must be there. */
export interface NegativeSources {
  /** The elements of an article in the order of the text; none of an unknown one. */
  readonly elementsOf: (title: string) => Promise<readonly SearchRecord[]>;
  /** The text of an id; `undefined` for one that the corpus does not have. */
  readonly textOf: (id: string) => string | undefined;
  /** Searches elements, for `hard`. */
  readonly elements?: EvidenceSearcher | undefined;
  /** Searches articles, for `nearest-p`. */
  readonly articles?: EvidenceSearcher | undefined;
  /** The title of the article that a number from 0 to below 1 stands for, each the same share; for `random-s`. */
  readonly titleAt?: ((share: number) => Promise<string | undefined>) | undefined;
  /** Evidence of the claims of a text, by its `claimKey`, in normal form C: claims that repeat one another have what decides them together. */
  readonly evidenceByText?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** What annotators looked at, by the key of the claim; for `consulted`. */
  readonly lookedAt?: ReadonlyMap<string, LookedAt> | undefined;
}

/** What is sampled for. */
export interface SamplerRequest {
  readonly claim: OpenClaim;
  /** Records that are wanted; more may be proposed, as some are refused. */
  readonly count: number;
  /** Kinds of records that may be proposed by samplers that are not FEVER's. */
  readonly kinds: readonly EvidenceKind[];
  readonly rng: Rng;
  /** How many of the records that were proposed so far have been taken. */
  readonly taken: () => number;
}

/**
 * What a sampler proposes for a claim, in order, as long as it is asked. Of each list the first record is taken that may be: they are alternatives, such as the
 * sentences of one article.
 */
export type Sampler = (
  request: SamplerRequest,
  sources: NegativeSources,
) => AsyncGenerator<readonly Candidate[]>;
