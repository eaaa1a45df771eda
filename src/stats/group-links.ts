import type { Claim, ClaimId } from '../claims/claim.ts';
import { claimIdKey } from '../claims/claim-id-key.ts';
import { defaultGroupBy, type GroupKind } from '../claims/group-kind.ts';
import { parseEvidenceId } from '../corpus/evidence-id.ts';
import { UsageError } from '../errors.ts';
import { toNfc } from '../text/normalise.ts';
import { type ClaimLink, findClaimLinks, type LinkedClaim } from './claim-links.ts';

/** What can keep claims together: the four ways in which claims tell of each other, and what else is asked for. */
export type GroupLinkKind = 'duplicate' | GroupKind;

/** Claims that are to be kept together, and why. */
export type GroupLink = ClaimLink<GroupLinkKind>;

/** What of the world besides claims grouping may ask. */
export interface GroupLookup {
  /** Name of the section that an evidence id is in, which no other section of any article has; `undefined` for an unknown id. */
  readonly sectionOf?: (evidenceId: string) => string | undefined;
  /** Title of the article of an evidence id; as the id itself tells it where absent. */
  readonly articleOf?: (evidenceId: string) => string | undefined;
  /** Who annotated a claim. */
  readonly annotatorsOf?: (id: ClaimId) => Iterable<string>;
}

/** By what claims are grouped. */
export interface Grouping extends GroupLookup {
  readonly by: readonly GroupKind[];
}

const defaultGrouping: Grouping = { by: defaultGroupBy };

/** Kinds that the audit of leakage does not look for of itself. */
export const furtherGroupKinds = ['section', 'article', 'annotator'] as const satisfies readonly GroupKind[];

export type FurtherGroupKind = (typeof furtherGroupKinds)[number];

/**
 * All links by which claims are grouped: duplicates first, then by kind in the order of `groupKinds`, then in the order of the claims.
 *
 * - `section`, `article`: evidence, in any evidence set, or a source in the same section or article. What stands before the first
 *   heading is a section.
 * - `annotator`: annotated by the same person, whoever else annotated them. As one person links all the claims they annotated, claims
 *   whose annotators overlap anywhere hang together.
 *
 * The others are those of {@link findClaimLinks}, which explains `isWanted`.
 *
 * @throws UsageError for `section` without a `sectionOf`, and `annotator` without an `annotatorsOf`
 */
export function* findGroupLinks(
  claims: readonly Claim[],
  nearDuplicate: number,
  grouping: Grouping = defaultGrouping,
  isWanted?: (a: number, b: number) => boolean,
): Generator<GroupLink> {
  yield* findClaimLinks(claims, nearDuplicate, isWanted, grouping.by);
  for (const kind of furtherGroupKinds) {
    if (grouping.by.includes(kind)) yield* findFurtherLinks(claims, kind, grouping);
  }
}

/** The links of one kind that are not among the four of `findClaimLinks`, as {@link findGroupLinks} says. */
export function* findFurtherLinks(
  claims: readonly LinkedClaim[],
  kind: FurtherGroupKind,
  lookup: GroupLookup,
): Generator<ClaimLink<FurtherGroupKind>> {
  const namesOf = namer(claims, kind, lookup);
  const byName = new Map<string, number[]>();
  for (const [at, claim] of claims.entries()) {
    for (const name of new Set(namesOf(claim))) {
      const members = byName.get(name);
      if (members === undefined) byName.set(name, [at]);
      else members.push(at);
    }
  }
  for (const [key, members] of byName) if (members.length > 1) yield { kind, key, claims: members };
}

function namer(
  claims: readonly LinkedClaim[],
  kind: FurtherGroupKind,
  { sectionOf, articleOf = titleOf, annotatorsOf }: GroupLookup,
): (claim: LinkedClaim) => Iterable<string> {
  if (kind === 'annotator') {
    if (annotatorsOf === undefined)
      throw new UsageError(
        'Claims cannot be grouped by annotator: nothing tells who annotated them. Put the journals into a folder named annotations below the claims, or take `annotator` out of split.groupBy.',
      );
    return ({ id }) => [...annotatorsOf(id)].map(toNfc);
  }
  const placeOf = kind === 'article' ? articleOf : sectionOf;
  if (placeOf === undefined)
    throw new UsageError(
      'Claims cannot be grouped by section: there is no corpus that tells the sections. Add the articles, or take `section` out of split.groupBy.',
    );
  const ids = new Set(claims.map(({ id }) => claimIdKey(id)));
  return ({ evidence, source }) => {
    const places = evidence.flat();
    // A source that is the id of a claim is no place in an article.
    if (source !== undefined && !ids.has(toNfc(source))) places.push(source);
    return places.flatMap((id) => {
      const place = placeOf(toNfc(id));
      return place === undefined ? [] : toNfc(place);
    });
  };
}

function titleOf(evidenceId: string): string | undefined {
  return parseEvidenceId(evidenceId)?.title;
}
