import type { Claim, ClaimId } from '../claims/claim.ts';
import type { GroupKind } from '../claims/group-kind.ts';
import { type FurtherGroupKind, findFurtherLinks, type GroupLookup } from './group-links.ts';
import type { Leak, LeakageKind, LeakList } from './leakage.ts';

/** Ways in which splits can tell of each other beyond the four of `measureLeakage`. */
export const furtherLeakageKinds = ['sharedSection', 'sharedArticle', 'sharedAnnotator'] as const;

export type FurtherLeakageKind = (typeof furtherLeakageKinds)[number];

/** What an audit calls them. */
export const furtherLeakageNames: Readonly<Record<FurtherLeakageKind, string>> = {
  sharedSection: 'shared sections',
  sharedArticle: 'shared articles',
  sharedAnnotator: 'shared annotators',
};

/** What leaks in those of the ways that were asked for. */
export type FurtherLeakage = Readonly<Partial<Record<FurtherLeakageKind, LeakList>>>;

const furtherKindOf: Readonly<Record<FurtherLeakageKind, FurtherGroupKind>> = {
  sharedSection: 'section',
  sharedArticle: 'article',
  sharedAnnotator: 'annotator',
};

const groupKindOf: Readonly<Record<LeakageKind, GroupKind | undefined>> = {
  duplicates: undefined,
  nearDuplicates: 'near-duplicate',
  sharedSource: 'source',
  sharedEvidence: 'evidence',
};

/** Whether splits that were grouped by some kinds must not leak in a way: duplicates never may. */
export function isGrouped(kind: LeakageKind, groupBy: readonly GroupKind[]): boolean {
  const own = groupKindOf[kind];
  return own === undefined || groupBy.includes(own);
}

/**
 * The sections, articles and annotators that are in two splits, those of `groupBy` only. Counted and witnessed as by `measureLeakage`:
 * once for each pair of splits and each thing shared.
 *
 * @throws UsageError where `lookup` does not tell what is asked for
 */
export function measureFurtherLeakage(
  claims: readonly Claim[],
  splitOf: (id: ClaimId) => string | undefined,
  groupBy: readonly GroupKind[],
  lookup: GroupLookup,
  maxWitnesses = 1000,
): FurtherLeakage {
  const placed = claims.flatMap((claim) => {
    const split = splitOf(claim.id);
    return split === undefined ? [] : [{ claim, split }];
  });
  const members = placed.map(({ claim }) => claim);
  const leakage: Partial<Record<FurtherLeakageKind, LeakList>> = {};
  for (const kind of furtherLeakageKinds) {
    const groupKind = furtherKindOf[kind];
    if (!groupBy.includes(groupKind)) continue;
    let count = 0;
    const witnesses: Leak[] = [];
    for (const { key, claims: linked } of findFurtherLinks(members, groupKind, lookup)) {
      const firsts = new Map<string, ClaimId>();
      for (const at of linked) {
        const one = placed[at];
        if (one === undefined || firsts.has(one.split)) continue;
        for (const [split, id] of firsts) {
          count += 1;
          if (witnesses.length < maxWitnesses)
            witnesses.push({ claimIds: [id, one.claim.id], splits: [split, one.split], shared: key });
        }
        firsts.set(one.split, one.claim.id);
      }
    }
    leakage[kind] = { count, witnesses };
  }
  return leakage;
}
