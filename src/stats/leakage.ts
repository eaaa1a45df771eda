import type { Claim, ClaimId } from '../claims/claim.ts';
import { type ClaimLink, findClaimLinks, type LinkKind } from './claim-links.ts';

/** The four ways in which one split can tell of another, in the order of the audit. */
export const leakageKinds = ['duplicates', 'nearDuplicates', 'sharedSource', 'sharedEvidence'] as const;

export type LeakageKind = (typeof leakageKinds)[number];

/** What an audit calls them. */
export const leakageNames: Readonly<Record<LeakageKind, string>> = {
  duplicates: 'duplicate claims',
  nearDuplicates: 'near-duplicates',
  sharedSource: 'shared sources',
  sharedEvidence: 'shared evidence',
};

/** Two claims in different splits that share something. */
export interface Leak {
  readonly claimIds: readonly [ClaimId, ClaimId];
  /** The splits of the two claims, in the same order. */
  readonly splits: readonly [string, string];
  /** The normalised claim, the common words, the source or the evidence id. */
  readonly shared: string;
  /** Jaccard similarity of the words, of near-duplicates only. */
  readonly similarity?: number;
}

/** How much leaks in one way: the exact number, and the first leaks in the order of the claims. */
export interface LeakList {
  readonly count: number;
  readonly witnesses: readonly Leak[];
}

export type Leakage = Readonly<Record<LeakageKind, LeakList>>;

export interface LeakageOptions {
  /** Jaccard similarity of words from which claims are near-duplicates: above 0, up to 1. */
  readonly nearDuplicate: number;
  /** How many witnesses are kept of each kind; the count is exact whatever this is. */
  readonly maxWitnesses?: number;
}

const kindOfLink: Readonly<Record<LinkKind, LeakageKind>> = {
  duplicate: 'duplicates',
  'near-duplicate': 'nearDuplicates',
  source: 'sharedSource',
  evidence: 'sharedEvidence',
};

/**
 * What leaks between splits, in four numbers that are all 0 for a sound split.
 *
 * A leak is counted once for each pair of splits and each thing shared, not for each pair of claims, so that one
 * sentence cited by a thousand claims is not half a million leaks: an evidence id that occurs in train, dev and test
 * counts 3. What is shared is: for `duplicates` the normalised claim; for `nearDuplicates` the two normalised claims,
 * which differ; for `sharedSource` the source, and the claim whose id it is shares it; for `sharedEvidence` the
 * evidence id. The witness is the first claim of each of the two splits.
 *
 * Claims without a split (`splitOf` gives `undefined`) are in none and leak nothing.
 */
export function measureLeakage(
  claims: readonly Claim[],
  splitOf: (id: ClaimId) => string | undefined,
  { nearDuplicate, maxWitnesses = 1000 }: LeakageOptions,
): Leakage {
  const placed = claims.filter(({ id }) => splitOf(id) !== undefined);
  const splits = placed.map(({ id }) => splitOf(id) as string);
  const count = { duplicates: 0, nearDuplicates: 0, sharedSource: 0, sharedEvidence: 0 };
  const witnesses = { duplicates: [], nearDuplicates: [], sharedSource: [], sharedEvidence: [] } as Record<
    LeakageKind,
    Leak[]
  >;
  // The duplicates of a claim stand for it among the near-duplicates, by the first of them.
  const copies = new Map<number, readonly number[]>();

  const found = (link: ClaimLink, a: number, b: number): void => {
    const kind = kindOfLink[link.kind];
    count[kind] += 1;
    if (witnesses[kind].length >= maxWitnesses) return;
    const [one, other] = [placed[a], placed[b]];
    if (one === undefined || other === undefined) return;
    witnesses[kind].push({
      claimIds: [one.id, other.id],
      splits: [splits[a] as string, splits[b] as string],
      shared: link.key,
      ...(link.similarity !== undefined && { similarity: link.similarity }),
    });
  };

  const mayLeak = (a: number, b: number) => splits[a] !== splits[b] || copies.has(a) || copies.has(b);
  for (const link of findClaimLinks(placed, nearDuplicate, mayLeak)) {
    const { kind, claims: linked } = link;
    if (kind === 'near-duplicate') {
      const [a = 0, b = 0] = linked;
      const others = firstOfSplits(copies.get(b) ?? [b], splits);
      for (const one of firstOfSplits(copies.get(a) ?? [a], splits)) {
        for (const other of others) {
          if (splits[one] !== splits[other]) found(link, one, other);
        }
      }
      continue;
    }
    if (kind === 'duplicate') copies.set(linked[0] as number, linked);
    const firsts = firstOfSplits(linked, splits);
    for (const [which, one] of firsts.entries()) {
      for (const other of firsts.slice(which + 1)) found(link, one, other);
    }
  }
  const listOf = (kind: LeakageKind): LeakList => ({ count: count[kind], witnesses: witnesses[kind] });
  return {
    duplicates: listOf('duplicates'),
    nearDuplicates: listOf('nearDuplicates'),
    sharedSource: listOf('sharedSource'),
    sharedEvidence: listOf('sharedEvidence'),
  };
}

/** The first claim of each split among `claims`, in their order. */
function firstOfSplits(claims: readonly number[], splits: readonly string[]): number[] {
  const seen = new Set<string>();
  return claims.filter((at) => {
    const split = splits[at] as string;
    return !seen.has(split) && seen.add(split);
  });
}
