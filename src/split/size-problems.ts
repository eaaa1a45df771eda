import type { Claim } from '../claims/claim.ts';
import { furtherGroupKinds } from '../stats/group-links.ts';
import { percent } from '../text/percent.ts';
import { type Bond, findBonds } from './find-bonds.ts';
import type { PlacedComponent } from './placed-component.ts';
import { countClaims, idsAt, nameShared, nameSome, problemLink, type SplitProblem } from './split-problem.ts';
import type { SplitSummary } from './split-summary.ts';

/** A split that was made. */
export interface SizedSplits {
  readonly claims: readonly Claim[];
  /** Largest first. */
  readonly components: readonly PlacedComponent[];
  /** In the order of the ratios. */
  readonly splits: readonly SplitSummary[];
}

/** A share further than this from its ratio is missed; one claim more or less never is. */
const tolerance = 0.05;
/** Bonds that a message names; the problem's links have more. */
const maxNamedBonds = 3;

/** What keeps the splits from the sizes that the ratios ask for: all of it warnings. */
export function* findSizeProblems({ claims, components, splits }: SizedSplits): Generator<SplitProblem> {
  const total = claims.length;
  if (total === 0) return;
  const largest = splits.reduce((one, other) => (other.ratio > one.ratio ? other : one));
  const limit = Math.ceil(largest.ratio * total);
  const tooBig = components.filter(({ claims: members, parted }) => members.length > limit && !parted);
  for (const component of tooBig) yield tooBigProblem(component, claims, largest, limit);

  const pinned = splits.reduce((sum, split) => sum + split.pinned, 0);
  const anew = `${pinned} of ${countClaims(total)} had to stay where they were put. Add claims, change split.ratios, or split anew with --relock, which may move every claim.`;
  const missed = splits.filter(
    (split) =>
      split.claims > 0 && Math.abs(split.claims - split.ratio * total) > Math.max(1, tolerance * total),
  );
  if (tooBig.length === 0 && missed.length > 0) {
    const [first, second] = components.map((component) => component.claims.length);
    yield {
      kind: 'ratios-missed',
      severity: 'warning',
      message: `Splits are far from their ratios: ${missed.map((split) => sizeOf(split, total)).join(', ')}.`,
      help:
        pinned > 0
          ? anew
          : `Claims that hang together are not parted, and the largest components have ${[first, second].filter((size) => size !== undefined).join(' and ')} of ${countClaims(total)}. Add claims on other evidence, or change split.ratios.`,
      claimIds: [],
      links: [],
    };
  }
  for (const { split, ratio } of splits.filter((one) => one.claims === 0)) {
    yield {
      kind: 'empty-split',
      severity: 'warning',
      message: `Split \`${split}\` gets no claim, ${percent(ratio)} wanted.`,
      help:
        pinned > 0
          ? anew
          : `There ${components.length === 1 ? 'is 1 component' : `are ${components.length} components`} of claims that hang together, and ${countClaims(total)} in all. Add claims on other evidence, or take \`${split}\` out of split.ratios.`,
      claimIds: [],
      links: [],
    };
  }
}

function sizeOf({ split, claims, ratio }: SplitSummary, total: number): string {
  return `\`${split}\` has ${countClaims(claims)}, ${percent(claims / total)} (${percent(ratio)} wanted)`;
}

function tooBigProblem(
  component: PlacedComponent,
  claims: readonly Claim[],
  largest: SplitSummary,
  limit: number,
): SplitProblem {
  const size = component.claims.length;
  const share = size / claims.length;
  const bonds = findBonds(component, limit);
  const held = bonds.slice(0, maxNamedBonds).map((bond, which) => describeBond(bond, which, claims));
  const fits = bonds.some((bond) => bond.largestAfter <= limit);
  const more = bonds.length > held.length ? `; ${bonds.length - held.length} more are listed` : '';
  const kinds = new Set(bonds.flatMap((bond) => bond.links.map((link) => link.kind)));
  const options = [
    kinds.has('evidence') && 'drop alternative evidence sets that cite these',
    kinds.has('source') && 'correct the `source` of claims',
    kinds.has('duplicate') && 'remove duplicate claims',
    kinds.has('near-duplicate') && 'raise split.nearDuplicate',
    ...furtherGroupKinds.map((kind) => kinds.has(kind) && `take \`${kind}\` out of split.groupBy`),
    share < 1 && `give a split ${percent(share)} or more in split.ratios`,
    'add claims on other evidence',
  ].filter((option) => typeof option === 'string');
  return {
    kind: 'component-too-big',
    severity: 'warning',
    message: `${countClaims(size)} hang together, ${percent(share)} of all; the largest split, \`${largest.split}\`, should have ${percent(largest.ratio)}.`,
    help: [
      held.length > 0 ? `What holds them together: ${held.join('; ')}${more}.` : '',
      fits || held.length === 0 ? '' : `Even without all of these they are too many.`,
      `You can ${options.join(', or ')}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    claimIds: idsAt(component.claims, claims),
    links: bonds.flatMap((bond) => bond.links.map((link) => problemLink(link, claims))),
  };
}

function describeBond(bond: Bond, which: number, claims: readonly Claim[]): string {
  const alike = bond.links.every((link) => link.kind === 'near-duplicate');
  const what = alike ? `the likeness of ${nameSome(idsAt(bond.claims, claims))}` : nameShared(bond.links);
  const spare = bond.links.every((link) => link.kind === 'evidence') ? countSpare(bond, claims) : 0;
  const aside = spare > 0 ? `, ${spare} of them with another evidence set` : '';
  const left = which === 0 ? 'without it' : 'then without it';
  return `${what} (${countClaims(bond.claims.length)}${aside}; ${left} at most ${bond.largestAfter} hang together)`;
}

/** Claims of the bond that have an evidence set which cites none of its ids. */
function countSpare(bond: Bond, claims: readonly Claim[]): number {
  const ids = new Set(bond.links.map((link) => link.key));
  return bond.claims.filter((at) =>
    claims[at]?.evidence.some((set) => set.length > 0 && set.every((id) => !ids.has(id.normalize('NFC')))),
  ).length;
}
