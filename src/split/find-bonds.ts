import type { Component } from '../stats/components.ts';
import type { GroupLink } from '../stats/group-links.ts';

/** One or more links between the very same claims: only together can they be taken away. */
export interface Bond {
  readonly links: readonly GroupLink[];
  /** Positions of the claims, ascending. */
  readonly claims: readonly number[];
  /** Claims in the largest piece of the component once this bond and all before it are gone. */
  readonly largestAfter: number;
}

/** A bond of the graph of claims and bonds. */
type Knot = Omit<Bond, 'largestAfter'>;

/**
 * What holds a component together, the most telling first: each bond is the one whose removal, after those before it,
 * makes the largest piece smallest (ties, such as where none cuts anything off alone: the one with most claims).
 * Ends when the largest piece has at most `limit` claims, or after `maxBonds`.
 *
 * Linear in the component for each bond. A source and an evidence id of the same text are one bond.
 */
export function findBonds(component: Component, limit: number, maxBonds = 10): Bond[] {
  const knots = tieKnots(component.links);
  const gone = new Set<Knot>();
  const bonds: Bond[] = [];
  let piece = largestPiece(component.claims, knots);
  while (bonds.length < maxBonds && piece.claims.length > limit && piece.knots.length > 0) {
    const next = weakestKnot(piece.claims, piece.knots);
    gone.add(next);
    piece = largestPiece(
      component.claims,
      knots.filter((knot) => !gone.has(knot)),
    );
    bonds.push({ ...next, largestAfter: piece.claims.length });
  }
  return bonds;
}

/** The links, those between the same claims joined. */
function tieKnots(links: readonly GroupLink[]): Knot[] {
  const citedBy = new Map(links.filter(({ kind }) => kind === 'evidence').map((link) => [link.key, link]));
  const sources = new Map<GroupLink, GroupLink>();
  for (const link of links) {
    const cited = link.kind === 'source' ? citedBy.get(link.key) : undefined;
    // What claims cite and what they were written from is the same thing in the article: one bond.
    const from = new Set(link.claims);
    if (cited?.claims.some((at) => from.has(at))) sources.set(cited, link);
  }
  const joined = new Set(sources.values());
  const byClaims = new Map<string, Knot & { links: GroupLink[] }>();
  for (const link of links) {
    if (joined.has(link)) continue;
    const source = sources.get(link);
    const same = source === undefined ? [link] : [source, link];
    const claims = [...new Set(same.flatMap((one) => one.claims))].sort((a, b) => a - b);
    const name = claims.join(' ');
    const knot = byClaims.get(name);
    if (knot === undefined) byClaims.set(name, { links: same, claims });
    else knot.links.push(...same);
  }
  return [...byClaims.values()];
}

/** The largest piece (ties: with the first claim) that the claims make over the knots. */
function largestPiece(
  claims: readonly number[],
  knots: readonly Knot[],
): { claims: number[]; knots: Knot[] } {
  const knotsOf = knotsByClaim(knots);
  const seen = new Set<number>();
  let largest: number[] = [];
  for (const start of claims) {
    if (seen.has(start)) continue;
    seen.add(start);
    const piece = [start];
    const tied = new Set<Knot>();
    for (const at of piece) {
      for (const knot of knotsOf.get(at) ?? []) {
        if (tied.has(knot)) continue;
        tied.add(knot);
        for (const next of knot.claims) {
          if (seen.has(next)) continue;
          seen.add(next);
          piece.push(next);
        }
      }
    }
    if (piece.length > largest.length) largest = piece;
  }
  const inside = new Set(largest);
  return { claims: largest, knots: knots.filter((knot) => inside.has(knot.claims[0] as number)) };
}

/** The knot without which the largest piece is smallest. The claims must hang together. */
function weakestKnot(claims: readonly number[], knots: readonly Knot[]): Knot {
  const after = largestWithout(claims, knots);
  let weakest = knots[0] as Knot;
  let least = Number.POSITIVE_INFINITY;
  for (const knot of knots) {
    const size = after.get(knot) ?? claims.length;
    if (size < least || (size === least && knot.claims.length > weakest.claims.length)) {
      weakest = knot;
      least = size;
    }
  }
  return weakest;
}

/** A node of the search: a claim (its position) or a knot. */
interface Visit {
  readonly node: number | Knot;
  readonly neighbours: readonly (number | Knot)[];
  next: number;
  readonly entered: number;
  /** The earliest entry that the subtree reaches back to. */
  low: number;
  /** Claims in the subtree. */
  size: number;
  /** Claims in subtrees that only this node ties to the rest, and the largest of them. */
  cutOff: number;
  largestCut: number;
}

/**
 * For each knot, the size of the largest piece that is left without it.
 *
 * @see Hopcroft, Tarjan (1973), Algorithm 447: articulation points by depth-first search. Not recursive: input is deep.
 */
function largestWithout(claims: readonly number[], knots: readonly Knot[]): Map<Knot, number> {
  const knotsOf = knotsByClaim(knots);
  const entered = new Map<number | Knot, number>();
  const result = new Map<Knot, number>();
  const visit = (node: number | Knot): Visit => {
    const order = entered.size;
    entered.set(node, order);
    const neighbours = typeof node === 'number' ? (knotsOf.get(node) ?? []) : node.claims;
    const size = typeof node === 'number' ? 1 : 0;
    return { node, neighbours, next: 0, entered: order, low: order, size, cutOff: 0, largestCut: 0 };
  };
  const path: Visit[] = [visit(claims[0] as number)];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const neighbour = top.neighbours[top.next];
    if (neighbour !== undefined) {
      top.next += 1;
      const before = entered.get(neighbour);
      if (before === undefined) path.push(visit(neighbour));
      else top.low = Math.min(top.low, before);
      continue;
    }
    path.pop();
    if (typeof top.node !== 'number') {
      result.set(top.node, Math.max(top.largestCut, claims.length - top.cutOff));
    }
    const parent = path.at(-1);
    if (parent === undefined) break;
    parent.size += top.size;
    parent.low = Math.min(parent.low, top.low);
    if (top.low >= parent.entered) {
      parent.cutOff += top.size;
      parent.largestCut = Math.max(parent.largestCut, top.size);
    }
  }
  return result;
}

function knotsByClaim(knots: readonly Knot[]): Map<number, Knot[]> {
  const byClaim = new Map<number, Knot[]>();
  for (const knot of knots) {
    for (const claim of knot.claims) {
      const of = byClaim.get(claim);
      if (of === undefined) byClaim.set(claim, [knot]);
      else of.push(knot);
    }
  }
  return byClaim;
}
