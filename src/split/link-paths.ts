import type { Component } from '../stats/components.ts';
import type { GroupLink } from '../stats/group-links.ts';

/** A shortest way between two claims: `links[i]` ties `claims[i]` to `claims[i + 1]`. */
export interface LinkPath {
  readonly claims: readonly number[];
  readonly links: readonly GroupLink[];
}

/**
 * For each name other than `home` that `nameOf` gives to claims of the component, a shortest way to its nearest claim
 * from a claim named `home`; in the order of their length. Linear in the component.
 */
export function* linkPaths(
  component: Component,
  nameOf: (claim: number) => string | undefined,
  home: string,
): Generator<LinkPath> {
  const linksOf = new Map<number, GroupLink[]>();
  for (const link of component.links) {
    for (const claim of link.claims) {
      const of = linksOf.get(claim);
      if (of === undefined) linksOf.set(claim, [link]);
      else of.push(link);
    }
  }
  const queue = component.claims.filter((claim) => nameOf(claim) === home);
  const cameBy = new Map<number, { link: GroupLink; from: number } | undefined>();
  for (const claim of queue) cameBy.set(claim, undefined);
  const followed = new Set<GroupLink>();
  const reached = new Set<string>([home]);
  for (const claim of queue) {
    const name = nameOf(claim);
    if (name !== undefined && !reached.has(name)) {
      reached.add(name);
      yield pathTo(claim, cameBy);
    }
    for (const link of linksOf.get(claim) ?? []) {
      if (followed.has(link)) continue;
      followed.add(link);
      for (const next of link.claims) {
        if (cameBy.has(next)) continue;
        cameBy.set(next, { link, from: claim });
        queue.push(next);
      }
    }
  }
}

function pathTo(
  end: number,
  cameBy: ReadonlyMap<number, { link: GroupLink; from: number } | undefined>,
): LinkPath {
  const claims = [end];
  const links: GroupLink[] = [];
  for (let step = cameBy.get(end); step !== undefined; step = cameBy.get(step.from)) {
    claims.push(step.from);
    links.push(step.link);
  }
  return { claims: claims.reverse(), links: links.reverse() };
}
