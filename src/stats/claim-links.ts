import type { Claim } from '../claims/claim.ts';
import { claimIdKey } from '../claims/claim-id-key.ts';
import { claimKey, toNfc } from '../text/normalise.ts';
import { findNearDuplicates, type NearDuplicateOptions } from './near-duplicates/near-duplicates.ts';

/** What makes two claims tell of each other, in the order in which it is looked for. */
export const linkKinds = ['duplicate', 'near-duplicate', 'source', 'evidence'] as const;

export type LinkKind = (typeof linkKinds)[number];

/** What links are looked for in. */
export type LinkedClaim = Pick<Claim, 'id' | 'claim' | 'evidence' | 'source'>;

/** From which similarity on claims are near-duplicates, where that is not of their words or not to be exact. */
export interface NearDuplicateMeasure extends Pick<NearDuplicateOptions, 'shingles' | 'minHash'> {
  readonly threshold: number;
}

/** Claims that must not be parted, and why. */
export interface ClaimLink<Kind extends string = LinkKind> {
  readonly kind: Kind;
  /** What they share: the normalised claim, the common words, the source, the evidence id. */
  readonly key: string;
  /** Positions of the claims, ascending, at least two. A near-duplicate has exactly two. */
  readonly claims: readonly number[];
  /** Jaccard similarity of the words, of near-duplicates only. */
  readonly similarity?: number;
}

/**
 * Everything that links claims, by kind in the order of {@link linkKinds}, then in the order of the claims.
 *
 * - `duplicate`: the same claim but for case, punctuation and blanks.
 * - `near-duplicate`: word sets with Jaccard similarity of `nearDuplicate` or more. Of claims that are duplicates only
 *   the first is compared, and duplicates are not near-duplicates too.
 * - `source`: the same `source`; where it is the id of a claim, that claim as well (id 12 and id "12" alike).
 * - `evidence`: the same evidence id in any of their evidence sets.
 *
 * Ids are compared in Unicode form NFC. Linear but for the near-duplicates, see {@link findNearDuplicates}, which
 * explains `isWanted`: it gets the positions of two claims.
 *
 * @param kinds what is looked for besides duplicates, without which near-duplicates cannot be told
 */
export function* findClaimLinks(
  claims: readonly LinkedClaim[],
  nearDuplicate: number | NearDuplicateMeasure,
  isWanted: (a: number, b: number) => boolean = () => true,
  kinds: readonly string[] = linkKinds,
): Generator<ClaimLink> {
  const byKey = new Map<string, number[]>();
  for (const [at, { claim }] of claims.entries()) add(byKey, claimKey(claim), at);
  yield* linksOf('duplicate', byKey);

  if (kinds.includes('near-duplicate')) yield* nearDuplicatesOf(byKey, nearDuplicate, isWanted);
  if (kinds.includes('source')) yield* linksOf('source', claimsBySource(claims));
  if (kinds.includes('evidence')) yield* linksOf('evidence', claimsByEvidence(claims));
}

/** `byKey` holds the positions of the claims by normalised claim. */
function* nearDuplicatesOf(
  byKey: ReadonlyMap<string, readonly number[]>,
  nearDuplicate: number | NearDuplicateMeasure,
  isWanted: (a: number, b: number) => boolean,
): Generator<ClaimLink> {
  const keys = [...byKey.keys()];
  const firsts = [...byKey.values()].map(([first]) => first as number);
  const claimOf = (key: number) => firsts[key] as number;
  const { threshold, ...how } =
    typeof nearDuplicate === 'number' ? { threshold: nearDuplicate } : nearDuplicate;
  const pairs = findNearDuplicates(keys, threshold, {
    ...how,
    isWanted: (a, b) => isWanted(claimOf(a), claimOf(b)),
  });
  for (const { a, b, similarity } of pairs) {
    yield new NearDuplicateLink([claimOf(a), claimOf(b)], similarity, [keys[a] ?? '', keys[b] ?? '']);
  }
}

/** Finds out when it is asked what the claims share: of millions of pairs only the first are shown. */
class NearDuplicateLink implements ClaimLink {
  readonly kind = 'near-duplicate';
  readonly claims: readonly [number, number];
  readonly similarity: number;
  readonly #texts: readonly [string, string];

  constructor(claims: readonly [number, number], similarity: number, texts: readonly [string, string]) {
    this.claims = claims;
    this.similarity = similarity;
    this.#texts = texts;
  }

  get key(): string {
    return commonWords(...this.#texts);
  }
}

function claimsBySource(claims: readonly LinkedClaim[]): Map<string, number[]> {
  const bySource = new Map<string, number[]>();
  for (const [at, { source }] of claims.entries()) if (source !== undefined) add(bySource, toNfc(source), at);
  for (const [at, { id, source }] of claims.entries()) {
    const key = claimIdKey(id);
    const itsOwn = source !== undefined && toNfc(source) === key;
    if (bySource.has(key) && !itsOwn) add(bySource, key, at);
  }
  return bySource;
}

function claimsByEvidence(claims: readonly LinkedClaim[]): Map<string, number[]> {
  const byEvidence = new Map<string, number[]>();
  for (const [at, { evidence }] of claims.entries()) {
    for (const id of new Set(evidence.flat().map(toNfc))) add(byEvidence, id, at);
  }
  return byEvidence;
}

function add(groups: Map<string, number[]>, key: string, at: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [at]);
  else group.push(at);
}

function* linksOf(kind: LinkKind, groups: ReadonlyMap<string, readonly number[]>): Generator<ClaimLink> {
  for (const [key, claims] of groups) {
    if (claims.length > 1) yield { kind, key, claims: [...claims].sort((a, b) => a - b) };
  }
}

/** The words of `a` that `b` has too, once each. */
function commonWords(a: string, b: string): string {
  const other = new Set(b.split(' '));
  return [...new Set(a.split(' '))].filter((word) => other.has(word)).join(' ');
}
