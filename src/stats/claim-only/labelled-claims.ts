import type { Claim } from '../../claims/claim.ts';
import { defaultGroupBy, type GroupKind } from '../../claims/group-kind.ts';
import { compareLabels } from '../../claims/label-order.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { plural } from '../../text/plural.ts';
import { commonestLabels } from '../artefacts/labels-of.ts';
import { findComponents } from '../components.ts';
import { stratifiedGroupFolds } from '../folds/stratified-group-folds.ts';
import type { GroupLinkKind } from '../group-links.ts';
import type { LeftOutClaims } from './claim-only-figures.ts';
import type { ClaimOnlyOptions } from './claim-only-options.ts';

/** Claims that a classifier can learn from and guess, in folds. */
export interface LabelledClaims {
  /** By id, so that nothing depends on the order in which claims are given. */
  readonly claims: readonly OpenClaim[];
  /** Position of each of these claims among those that were given. */
  readonly positions: readonly number[];
  readonly labels: readonly string[];
  /** Position of each claim's label in `labels`. */
  readonly gold: Int32Array;
  readonly foldOf: Int32Array;
  readonly folds: number;
  /** What the claims were grouped by; `null` where groups were given. */
  readonly groupedBy: readonly GroupLinkKind[] | null;
  readonly groups: number;
  /** The group of each of these claims, numbered from 0 on. */
  readonly groupOf: Int32Array;
  readonly largestGroup: number;
  readonly leftOut: readonly LeftOutClaims[];
  /** A sentence: why nothing can be guessed; `null` where it can. */
  readonly reason: string | null;
}

const defaultFolds = 5;
const defaultNearDuplicate = 0.8;

/**
 * The claims with a label that is common enough, in folds: as many claims of each label in each fold as can be without parting a group.
 *
 * @throws UsageError for fewer than two folds, or a similarity out of its range
 */
export function selectLabelled(all: readonly OpenClaim[], options: ClaimOnlyOptions): LabelledClaims {
  const { folds = defaultFolds } = options;
  const leftOut = new Map<string | null, LeftOutClaims>();
  const counts = countLabels(all);
  const leaveOut = (why: LeftOutClaims['why'], label: string): void => {
    leftOut.set(label, { why, label, claims: counts.get(label) ?? 0 });
  };
  const unlabelled = all.filter(({ label }) => label === undefined).length;
  if (unlabelled > 0) leftOut.set(null, { why: 'unlabelled', label: null, claims: unlabelled });
  const common = new Set(commonestLabels(counts));
  for (const [label, count] of counts) if (count < folds || !common.has(label)) leaveOut('rare-label', label);
  const grouping =
    options.groups === undefined ? groupingOf(all.filter(({ label }) => !leftOut.has(label ?? null))) : null;
  const groupOf =
    options.groups ?? groupsOf(all, options.nearDuplicate ?? defaultNearDuplicate, grouping ?? []);
  const groupedBy: LabelledClaims['groupedBy'] = grouping && ['duplicate', ...grouping];
  for (;;) {
    const chosen = choose(all, groupOf, leftOut, folds);
    const oneFold = chosen.reason === null ? labelsOfOneFold(chosen) : [];
    for (const label of oneFold) leaveOut('one-fold', label);
    if (oneFold.length === 0) return { ...chosen, groupedBy };
  }
}

/** What links claims; the first kind alone does not depend on what decides them. */
const [textLinks, allLinks] = [
  ['near-duplicate'],
  defaultGroupBy,
] as const satisfies (readonly GroupKind[])[];

/**
 * By what claims are grouped: by near-duplicates alone where most claims of some label, but not of all, have neither evidence nor a
 * source. In FEVER claims with NOT ENOUGH INFO have none: evidence would keep together all claims about a page but those, and a
 * classifier would learn that the page means NOT ENOUGH INFO.
 */
function groupingOf(claims: readonly OpenClaim[]): readonly GroupKind[] {
  const tied = new Map<string, { claims: number; tied: number }>();
  for (const { label = '', evidence, source } of claims) {
    const counts = tied.get(label) ?? { claims: 0, tied: 0 };
    counts.claims += 1;
    if (evidence.length > 0 || source !== undefined) counts.tied += 1;
    tied.set(label, counts);
  }
  const areTied = [...tied.values()].map((counts) => counts.tied * 2 >= counts.claims);
  return areTied.includes(true) && areTied.includes(false) ? textLinks : allLinks;
}

/** What hangs together, by number. */
function groupsOf(claims: readonly OpenClaim[], nearDuplicate: number, by: readonly GroupKind[]): Int32Array {
  const groups = new Int32Array(claims.length);
  // Claims hang together whatever their labels are.
  for (const [group, component] of findComponents(claims as readonly Claim[], nearDuplicate, {
    by,
  }).entries())
    for (const at of component.claims) groups[at] = group;
  return groups;
}

function choose(
  all: readonly OpenClaim[],
  groupOf: ArrayLike<number>,
  leftOut: ReadonlyMap<string | null, LeftOutClaims>,
  folds: number,
): Omit<LabelledClaims, 'groupedBy'> {
  const positions = [...all.keys()].filter((at) => !leftOut.has(all[at]?.label ?? null)).sort(byId(all));
  const claims = positions.map((at) => all[at] as OpenClaim);
  const labels = [...countLabels(claims).keys()].sort(compareLabels);
  const places = new Map(labels.map((label, place) => [label, place]));
  const gold = Int32Array.from(claims, ({ label = '' }) => places.get(label) ?? 0);
  const sizes = new Map<number, number>();
  for (const at of positions) sizes.set(groupOf[at] as number, (sizes.get(groupOf[at] as number) ?? 0) + 1);
  // Numbered anew, because of groups that are as skewed as each other the lower number goes first.
  const numbers = new Map([...sizes.keys()].map((group, number) => [group, number]));
  const ownGroupOf = Int32Array.from(positions, (at) => numbers.get(groupOf[at] as number) ?? 0);
  return {
    claims,
    positions,
    labels,
    gold,
    foldOf: stratifiedGroupFolds(gold, ownGroupOf, { folds }),
    folds,
    groups: sizes.size,
    groupOf: ownGroupOf,
    largestGroup: [...sizes.values()].reduce((most, size) => Math.max(most, size), 0),
    leftOut: [...leftOut.values()].sort((a, b) => compareLabels(a.label ?? '', b.label ?? '')),
    reason: reasonOf(labels.length, sizes.size, folds),
  };
}

function reasonOf(labels: number, groups: number, folds: number): string | null {
  if (labels < 2)
    return `It takes two labels with at least ${folds} claims each that do not all hang together.`;
  return groups < folds
    ? `The claims hang together in ${groups} ${plural('group', groups)}: too few for ${folds} folds that know nothing of each other.`
    : null;
}

/** Labels of which all claims are in the same fold. */
function labelsOfOneFold({ labels, gold, foldOf }: Omit<LabelledClaims, 'groupedBy'>): string[] {
  const folds = labels.map(() => new Set<number>());
  for (const [at, label] of gold.entries()) folds[label]?.add(foldOf[at] as number);
  return labels.filter((_, label) => folds[label]?.size === 1);
}

function countLabels(claims: readonly OpenClaim[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of claims) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function byId(all: readonly OpenClaim[]): (a: number, b: number) => number {
  const keys = all.map(({ id, claim }) => `${id}\n${claim}`);
  return (a, b) => {
    const [one, other] = [keys[a] as string, keys[b] as string];
    return one < other ? -1 : one > other ? 1 : a - b;
  };
}
