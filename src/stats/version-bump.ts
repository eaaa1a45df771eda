import { formatNumber } from '../reporters/count-words.ts';
import type { ClaimChange } from './claim-change.ts';
import type { ClaimsDiff } from './diff-claims.ts';

/** Which part of MAJOR.MINOR.PATCH a difference raises; `none` where nothing is different. */
export type VersionPart = 'major' | 'minor' | 'patch' | 'none';

/** One way in which claims differ. */
export interface DiffFigure {
  /** Such as `label changed`. */
  readonly name: string;
  /** What it raises. */
  readonly part: Exclude<VersionPart, 'none'>;
  /** Number of claims; of claims that were renamed and changed in another way both are counted. */
  readonly claims: number;
}

/** What a difference does to the version of a dataset. */
export interface VersionBump {
  readonly part: VersionPart;
  /** The figures that decided, in order. */
  readonly reasons: readonly DiffFigure[];
  /** The rule that decided, a sentence. */
  readonly rule: string;
}

/**
 * What each part of a version tells its readers.
 *
 * @see Croissant 1.1, "Version": MAJOR for data that was edited, removed or shuffled across splits; MINOR for additional fields and
 * records while the existing data is the same; PATCH where only the serialisation differs.
 */
const versionRules: Readonly<Record<VersionPart, string>> = {
  major:
    'MAJOR: existing claims were edited, removed, renamed or moved between splits (Croissant 1.1, Version).',
  minor: 'MINOR: the existing claims are the same, and claims or keys were added (Croissant 1.1, Version).',
  patch: 'PATCH: every claim says the same, only its serialisation differs (Croissant 1.1, Version).',
  none: 'No new version: the claims are the same, in the same order.',
};

const changeKinds: readonly (readonly [
  name: string,
  part: 'major' | 'minor',
  isMet: (change: ClaimChange) => boolean,
])[] = [
  ['label changed', 'major', ({ label }) => label !== undefined],
  ['text changed', 'major', ({ text }) => text !== undefined],
  ['evidence changed', 'major', ({ evidence }) => evidence !== undefined],
  ...(['challenge', 'mutation', 'source'] as const).flatMap((key): typeof changeKinds => [
    [`${key} changed`, 'major', (change) => change[key]?.before !== undefined],
    [`${key} added`, 'minor', (change) => change[key] !== undefined && change[key].before === undefined],
  ]),
  ['moved between splits', 'major', ({ split }) => split !== undefined],
  ['renamed', 'major', ({ formerId }) => formerId !== undefined],
  [
    'other keys changed or removed',
    'major',
    ({ keys }) => keys !== undefined && keys.changed.length + keys.removed.length > 0,
  ],
  ['other keys added', 'minor', ({ keys }) => keys !== undefined && keys.added.length > 0],
];

/** How many claims differ in which way, in a fixed order; only ways that occur. */
export function figuresOf({ changed, added, removed }: ClaimsDiff): DiffFigure[] {
  const figures: DiffFigure[] = [
    ...changeKinds.map(([name, part, isMet]) => ({ name, part, claims: changed.filter(isMet).length })),
    { name: 'removed', part: 'major', claims: removed.length },
    { name: 'added', part: 'minor', claims: added.length },
  ];
  return figures.filter(({ claims }) => claims > 0);
}

/** The changes of a kind, by the name of its figure; none for figures that are about claims of one version only. */
export function changesOfKind({ changed }: ClaimsDiff, name: string): ClaimChange[] {
  const isMet = changeKinds.find(([kind]) => kind === name)?.[2];
  return isMet === undefined ? [] : changed.filter(isMet);
}

/** What a difference raises, by the heaviest of its changes. */
export function bumpOf(diff: ClaimsDiff): VersionBump {
  const figures = figuresOf(diff);
  const part: VersionPart = figures.some((figure) => figure.part === 'major')
    ? 'major'
    : figures.length > 0
      ? 'minor'
      : diff.isIdentical
        ? 'none'
        : 'patch';
  return { part, reasons: figures.filter((figure) => figure.part === part), rule: versionRules[part] };
}

/** The lowest version that may follow `version`. The rule holds for 0.x too: who has loaded a release cannot tell that it was one of many. */
export function nextVersion(version: string, part: VersionPart): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (part === 'major') return `${major + 1}.0.0`;
  if (part === 'minor') return `${major}.${minor + 1}.0`;
  return part === 'patch' ? `${major}.${minor}.${patch + 1}` : version;
}

/** What is wrong with the version that follows another; `undefined` where it is high enough, or where one of them is not known. */
export function versionProblem(
  before: string | undefined,
  now: string | undefined,
  { part, rule }: Pick<VersionBump, 'part' | 'rule'>,
): string | undefined {
  if (before === undefined || now === undefined) return undefined;
  const least = nextVersion(before, part);
  if (compareVersions(now, least) >= 0) return undefined;
  const because = part === 'none' ? '' : ` ${rule}`;
  return `The version is ${now}, and after ${before} it must be at least ${least}.${because} Set "version" in claimset.config.json.`;
}

/** Below 0 where the first version is lower, 0 where they are the same. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let which = 0; which < 3; which++) {
    const difference = (a[which] ?? 0) - (b[which] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The figures in words, such as `label changed (2), removed (1)`. */
export function figureWords(figures: readonly DiffFigure[]): string {
  return figures.map(({ name, claims }) => `${name} (${formatNumber(claims)})`).join(', ');
}
