import type { Claim, ClaimId } from '../claims/claim.ts';
import { groupKinds } from '../claims/group-kind.ts';
import type { Severity } from '../diagnostic/severity.ts';
import type { GroupLink, GroupLinkKind } from '../stats/group-links.ts';
import { plural } from '../text/plural.ts';

/**
 * What can be wrong with a split. An error means that it leaks or breaks what was pinned; a warning, that it is sound
 * but not what the ratios ask for.
 *
 * - `lock-contradicted` (error): a claim's own `split` is not the one where the lock has it.
 * - `unknown-split` (error): claims are pinned to a split that the ratios do not name.
 * - `parted-component` (error): claims that hang together are pinned to different splits.
 * - `component-too-big` (warning): claims that hang together are more than any split should have.
 * - `ratios-missed` (warning): a split is far from its ratio for another reason.
 * - `empty-split` (warning): a split gets no claim.
 * - `undated` (warning): claims have no date, and claims are split by date.
 * - `dates-overlap` (warning): claims of a split are earlier than the latest of an earlier split.
 */
export type SplitProblemKind =
  | 'lock-contradicted'
  | 'unknown-split'
  | 'parted-component'
  | 'component-too-big'
  | 'ratios-missed'
  | 'empty-split'
  | 'undated'
  | 'dates-overlap';

/** Something that ties claims together, as far as it matters for a problem. */
export interface ProblemLink {
  readonly kind: GroupLinkKind;
  /** The normalised claim, the common words, the source, the evidence id, the section, the article or the annotator. */
  readonly key: string;
  readonly claimIds: readonly ClaimId[];
}

/** One thing that is wrong with a split: `message` says what, `help` what can be done. */
export interface SplitProblem {
  readonly kind: SplitProblemKind;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  /** The claims it is about: of a component all, of a way between two claims those on it. */
  readonly claimIds: readonly ClaimId[];
  /** What ties them, the most telling first; of a way between two claims in its order. */
  readonly links: readonly ProblemLink[];
}

/** More of anything is counted in a message, not named. */
const maxNamed = 5;

/** The link with ids in place of positions. */
export function problemLink(link: GroupLink, claims: readonly Claim[]): ProblemLink {
  return { kind: link.kind, key: link.key, claimIds: idsAt(link.claims, claims) };
}

/** The ids of the claims at some positions. */
export function idsAt(positions: readonly number[], claims: readonly Claim[]): ClaimId[] {
  return positions.flatMap((at) => claims[at]?.id ?? []);
}

/** `a`, `b` and 3 more. */
export function nameSome(names: readonly (string | number)[]): string {
  const shown = names.slice(0, maxNamed).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** What links have in common, such as: the evidence `X` and `Y`. A source that is named as evidence is not named again. */
export function nameShared(links: readonly Pick<GroupLink, 'kind' | 'key'>[]): string {
  const keysOf = (wanted: GroupLinkKind) => links.filter(({ kind }) => kind === wanted).map(({ key }) => key);
  const cited = new Set(keysOf('evidence'));
  return (['duplicate', ...groupKinds] as const)
    .map((kind) => ({ kind, keys: keysOf(kind).filter((key) => kind !== 'source' || !cited.has(key)) }))
    .filter(({ keys }) => keys.length > 0)
    .map(({ kind, keys }) => `the ${nouns[kind]} ${nameSome(keys)}`)
    .join(' and ');
}

const nouns: Readonly<Record<GroupLinkKind, string>> = {
  duplicate: 'wording',
  'near-duplicate': 'words',
  source: 'source',
  evidence: 'evidence',
  section: 'section',
  article: 'article',
  annotator: 'annotator',
};

/** `1 claim`, `2 claims`. */
export function countClaims(count: number): string {
  return `${count} ${plural('claim', count)}`;
}
