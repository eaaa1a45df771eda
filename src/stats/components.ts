import type { Claim, ClaimId } from '../claims/claim.ts';
import { findGroupLinks, type Grouping, type GroupLink } from './group-links.ts';
import { createUnionFind } from './union-find.ts';

/** Claims that hang together, directly or over others, and must be in one split. */
export interface Component {
  /** Positions of the claims, ascending. */
  readonly claims: readonly number[];
  /** What links them; of near-duplicates enough to connect them, see {@link findComponents}. */
  readonly links: readonly GroupLink[];
}

/** Near-duplicate links kept for a claim; further ones are kept only where they connect what was apart. */
const maxNearDuplicateLinks = 8;

/**
 * The claims in components, by their first claim: no link of {@link findGroupLinks} goes from one to another, and
 * claims with the same id are in the same one.
 *
 * Memory is linear: where a claim has very many near-duplicates, not all those links are kept.
 *
 * @param grouping near-duplicates, sources and evidence where absent
 * @throws UsageError as `findGroupLinks`
 */
export function findComponents(
  claims: readonly Claim[],
  nearDuplicate: number,
  grouping?: Grouping,
): Component[] {
  const sets = createUnionFind(claims.length);
  const byId = new Map<ClaimId, number>();
  for (const [at, { id }] of claims.entries()) {
    const first = byId.get(id);
    if (first === undefined) byId.set(id, at);
    else sets.union(first, at);
  }

  const links: GroupLink[] = [];
  const kept = new Uint8Array(claims.length);
  const isFull = (at: number) => (kept[at] as number) >= maxNearDuplicateLinks;
  const isWanted = (a: number, b: number) => (!isFull(a) && !isFull(b)) || sets.find(a) !== sets.find(b);
  for (const link of findGroupLinks(claims, nearDuplicate, grouping, isWanted)) {
    const [first = 0, ...rest] = link.claims;
    for (const at of rest) sets.union(first, at);
    if (link.kind === 'near-duplicate') {
      for (const at of link.claims) kept[at] = Math.min((kept[at] as number) + 1, maxNearDuplicateLinks);
    }
    links.push(link);
  }

  const components = new Map<number, { claims: number[]; links: GroupLink[] }>();
  for (const at of claims.keys()) {
    const root = sets.find(at);
    const component = components.get(root);
    if (component === undefined) components.set(root, { claims: [at], links: [] });
    else component.claims.push(at);
  }
  for (const link of links) components.get(sets.find(link.claims[0] as number))?.links.push(link);
  return [...components.values()];
}
