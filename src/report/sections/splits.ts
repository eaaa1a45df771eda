import type { Claim, ClaimId } from '../../claims/claim.ts';
import type { GroupKind } from '../../claims/group-kind.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { PlacedClaim } from '../../stats/claim-change.ts';
import { findComponents } from '../../stats/components.ts';
import {
  type FurtherLeakageKind,
  furtherLeakageKinds,
  furtherLeakageNames,
  isGrouped,
  measureFurtherLeakage,
} from '../../stats/group-leakage.ts';
import type { Grouping } from '../../stats/group-links.ts';
import { sharingWords } from '../../stats/grouping-words.ts';
import { labelNameOf, noLabel, tabulateLabels } from '../../stats/label-table.ts';
import {
  type LeakageKind,
  type LeakList,
  leakageKinds,
  leakageNames,
  measureLeakage,
} from '../../stats/leakage.ts';
import { percent } from '../../text/percent.ts';
import { plural } from '../../text/plural.ts';
import type { Block, ShownClaim } from '../block.ts';
import { countWords, percentWords } from '../number-words.ts';
import type { ReportInput } from '../report-input.ts';
import { defineSection } from '../section.ts';
import { shortened } from '../shortened.ts';

/** A way in which splits can tell of each other. */
type LeakKind = LeakageKind | FurtherLeakageKind;

interface SplitsData {
  /** Jaccard similarity of words from which claims are near-duplicates. */
  readonly nearDuplicate: number;
  /** What keeps claims together besides being duplicates. */
  readonly groupBy: readonly GroupKind[];
  /** Empty where no claim has a split. */
  readonly splits: readonly SplitShare[];
  readonly withoutSplit: number;
  /** Four kinds, and those that claims are grouped by. `null` where fewer than two splits have claims: nothing can leak. */
  readonly leakage: (Readonly<Record<LeakageKind, LeakCount>> & Partial<Record<LeakKind, LeakCount>>) | null;
  readonly groups: {
    readonly count: number;
    /** Groups of one claim. */
    readonly single: number;
    /** The largest groups of more than one claim. */
    readonly largest: readonly ClaimGroup[];
  };
  /** Claims with the same text but for case, punctuation and blanks. */
  readonly duplicates: {
    readonly groups: number;
    readonly claims: number;
    /** Groups whose claims have different labels. */
    readonly contradicting: number;
    /** The first of those, each with its first claims and with every label that it has. */
    readonly examples: readonly (readonly ShownClaim[])[];
  };
}

interface SplitShare {
  readonly split: string;
  readonly claims: number;
  /** Of the claims that are in a split. */
  readonly share: number;
  /** As configured; `null` where the dataset says nothing. */
  readonly wanted: number | null;
  /** The largest difference of a label's share in the split from its share in all splits, and which label. */
  readonly deviation: { readonly label: string; readonly difference: number } | null;
}

interface LeakCount {
  readonly count: number;
  /** The first ones. */
  readonly examples: readonly {
    readonly claims: readonly ClaimId[];
    readonly splits: readonly string[];
    readonly shared: string;
  }[];
}

/** Claims that share what the dataset groups by, directly or over others. */
interface ClaimGroup {
  readonly claims: number;
  /** The splits they are in. */
  readonly splits: readonly string[];
  /** What links them most often: the kind, and what is shared. */
  readonly shared: string;
  readonly first: ShownClaim;
}

const maxExamples = 5;
const maxSharedChars = 120;

/** Where claims are, and what one split tells of another. */
export const splits = defineSection<SplitsData>({
  id: 'splits',
  title: 'Splits and leakage',
  measure: (input) => {
    const { claims, config } = input;
    if (claims.length === 0) return { missing: 'There are no claims.' };
    const { nearDuplicate } = config.split;
    const shares = sharesOf(input);
    const order = shares.map(({ split }) => split);
    const linkable = claims.map(({ claim }) => linkableOf(claim));
    const grouping = groupingOf(input);
    const components = findComponents(linkable, nearDuplicate, grouping);
    const several = components.filter((component) => component.claims.length > 1);
    const duplicates = several
      .flatMap(({ links }) => links.filter(({ kind }) => kind === 'duplicate'))
      .map((link) => link.claims.map((at) => claims[at] as PlacedClaim));
    const contradicting = duplicates.filter((same) => new Set(same.map(labelNameOf)).size > 1);
    return {
      nearDuplicate,
      groupBy: grouping.by,
      splits: shares,
      withoutSplit: claims.filter(({ split }) => split === undefined).length,
      leakage: shares.length < 2 ? null : leakageOf(claims, linkable, nearDuplicate, grouping),
      groups: {
        count: components.length,
        single: components.length - several.length,
        largest: several
          .toSorted((a, b) => b.claims.length - a.claims.length)
          .slice(0, maxExamples)
          .map(({ claims: members, links }) => {
            const placed = members.map((at) => claims[at] as PlacedClaim);
            const [widest] = links.toSorted((a, b) => b.claims.length - a.claims.length);
            return {
              claims: members.length,
              splits: tabulateLabels(placed, ({ split }) => split, order).rows.map(({ name }) => name),
              shared:
                widest === undefined
                  ? ''
                  : shortened(`${linkWords[widest.kind] ?? widest.kind}: ${widest.key}`, maxSharedChars),
              first: shownClaim(placed[0] as PlacedClaim),
            };
          }),
      },
      duplicates: {
        groups: duplicates.length,
        claims: duplicates.reduce((sum, { length }) => sum + length, 0),
        contradicting: contradicting.length,
        examples: contradicting
          .slice(0, maxExamples)
          .map((same) => withEachLabel(same).slice(0, maxExamples).map(shownClaim)),
      },
    };
  },
  headline: ({ splits: shares, leakage, duplicates: { contradicting } }) =>
    [
      shares.length === 0
        ? 'no splits'
        : shares.map(({ split, claims }) => `${countWords(claims)} ${split}`).join(', '),
      ...(leakage === null ? [] : [leakWords(leaksOf(leakage))]),
      ...(contradicting > 0
        ? [
            `${countWords(contradicting)} ${plural('group', contradicting)} of duplicates with different labels`,
          ]
        : []),
    ].join('; '),
  *blocks(data): Generator<Block> {
    const { splits: shares, withoutSplit, leakage, groups, duplicates } = data;
    if (shares.length === 0) {
      yield {
        kind: 'paragraph',
        text: 'The claims are in no splits. What hangs together below has to stay together when they are divided: `claimset split` does that.',
      };
    } else yield* shareBlocks(data);
    if (withoutSplit > 0 && shares.length > 0)
      yield {
        kind: 'note',
        text: `${countWords(withoutSplit)} ${plural('claim', withoutSplit)} in no split.`,
      };
    if (leakage !== null) yield* leakageBlocks(leakage, data);
    yield { kind: 'heading', text: 'Claims that hang together' };
    yield {
      kind: 'paragraph',
      text: `Claims hang together that ${sharingWords(data.groupBy)}${data.groupBy.includes('near-duplicate') ? ` (${percent(data.nearDuplicate)} or more of the words of both)` : ''}. They form ${countWords(groups.count)} ${plural('group', groups.count)}, ${countWords(groups.single)} of them of a single claim.`,
    };
    const isPlaced = shares.length > 0;
    if (groups.largest.length > 0)
      yield {
        kind: 'table',
        table: {
          caption: 'The largest groups',
          columns: [
            { name: 'first claim', isQuoted: true },
            { name: 'claims', isNumber: true },
            ...(isPlaced ? [{ name: 'split' }] : []),
            { name: 'what most of them share', isQuoted: true },
          ],
          rows: groups.largest.map(({ first, claims, splits: inSplits, shared }) => [
            first.claim,
            claims,
            ...(isPlaced ? [inSplits.length === 0 ? null : inSplits.join(', ')] : []),
            shared,
          ]),
        },
      };
    yield* duplicateBlocks(duplicates);
  },
});

/** Where the name of the kind does not say what is shared. */
const linkWords: Readonly<Record<string, string>> = {
  duplicate: 'claim',
  'near-duplicate': 'words',
};

function* shareBlocks({ splits: shares }: SplitsData): Generator<Block> {
  const isWanted = shares.some(({ wanted }) => wanted !== null);
  yield {
    kind: 'table',
    table: {
      caption: isWanted ? 'Splits: the shares wanted and got' : 'Splits',
      columns: [
        { name: 'split' },
        { name: 'claims', isNumber: true },
        { name: 'share', isNumber: true },
        ...(isWanted ? [{ name: 'wanted', isNumber: true }] : []),
        { name: 'label farthest from its share in all' },
      ],
      rows: shares.map(({ split, claims, share, wanted, deviation }) => [
        split,
        claims,
        percentWords(share),
        ...(isWanted ? [wanted === null ? null : percentWords(wanted)] : []),
        deviation === null ? null : `${deviation.label}, ${pointsWords(deviation.difference)}`,
      ]),
    },
  };
}

function* leakageBlocks(
  leakage: Leakage,
  { nearDuplicate, groupBy }: Pick<SplitsData, 'nearDuplicate' | 'groupBy'>,
): Generator<Block> {
  yield { kind: 'heading', text: 'Leakage between splits' };
  const meanings: Readonly<Record<LeakKind, string>> = {
    duplicates: 'The same claim but for case and punctuation.',
    nearDuplicates: `Claims whose words overlap by ${percent(nearDuplicate)} or more.`,
    sharedSource: 'Claims that were written from the same place.',
    sharedEvidence: 'Sentences and cells that decide claims of both.',
    sharedSection: 'Sections that claims of both are about.',
    sharedArticle: 'Articles that claims of both are about.',
    sharedAnnotator: 'People who annotated claims of both.',
  };
  const leftOut = leakageKinds.filter((kind) => !isGrouped(kind, groupBy) && leakage[kind].count > 0);
  const remedy =
    leftOut.length > 0
      ? `split.groupBy leaves out ${leftOut.map((kind) => leakageNames[kind]).join(', ')}.`
      : '`claimset split --relock` divides the claims anew.';
  yield {
    kind: 'figures',
    figures: countedKinds(leakage).map(([kind, { count }]) => ({
      name: names[kind],
      value: countWords(count),
      meaning: meanings[kind],
    })),
  };
  const leaks = leaksOf(leakage);
  if (leaks === 0) {
    yield {
      kind: 'paragraph',
      text: 'Nothing leaks in these ways.',
    };
    return;
  }
  yield {
    kind: 'note',
    text: `${leakWords(leaks)}: figures on the smaller splits say more than a system can do. Each pair of splits counts once for each thing that they share. ${remedy}`,
  };
  yield {
    kind: 'table',
    table: {
      caption: 'The first leaks of each kind',
      columns: [
        { name: 'kind' },
        { name: 'claims' },
        { name: 'splits' },
        { name: 'what they share', isQuoted: true },
      ],
      rows: countedKinds(leakage).flatMap(([kind, { examples }]) =>
        examples.map(({ claims, splits: between, shared }) => [
          names[kind],
          claims.join(' and '),
          between.join(' and '),
          shared,
        ]),
      ),
    },
  };
}

type Leakage = NonNullable<SplitsData['leakage']>;

const names: Readonly<Record<LeakKind, string>> = { ...leakageNames, ...furtherLeakageNames };

/** What was counted, in the order of the audit. */
function countedKinds(leakage: Leakage): (readonly [LeakKind, LeakCount])[] {
  return [...leakageKinds, ...furtherLeakageKinds].flatMap((kind) => {
    const count = leakage[kind];
    return count === undefined ? [] : [[kind, count] as const];
  });
}

function leaksOf(leakage: Leakage): number {
  return countedKinds(leakage).reduce((sum, [, { count }]) => sum + count, 0);
}

function leakWords(leaks: number): string {
  return leaks === 0 ? 'nothing leaks' : `${countWords(leaks)} ${plural('leak', leaks)}`;
}

function* duplicateBlocks({
  groups,
  claims,
  contradicting,
  examples,
}: SplitsData['duplicates']): Generator<Block> {
  if (groups === 0) {
    yield { kind: 'paragraph', text: 'No claim is there twice.' };
    return;
  }
  yield {
    kind: 'paragraph',
    text: `${countWords(claims)} claims are in ${countWords(groups)} ${plural('group', groups)} of duplicates, which differ in nothing but case, punctuation and blanks.`,
  };
  if (contradicting === 0) return;
  yield {
    kind: 'note',
    text: `The claims of ${countWords(contradicting)} of these groups have different labels. One of the labels is wrong, unless each claim was labelled by its own evidence; a system that sees the claim alone cannot be right about both.`,
  };
  yield {
    kind: 'claims',
    caption:
      contradicting > examples.length
        ? `The first ${countWords(examples.length)} of these groups`
        : contradicting === 1
          ? 'This group'
          : 'These groups',
    claims: examples.map((same) => ({
      claim: same[0]?.claim ?? '',
      remark: same
        .map(({ id, label, split }) => `${id}: ${label ?? noLabel}${split === undefined ? '' : `, ${split}`}`)
        .join('; '),
    })),
  };
}

function sharesOf({ claims, config, isConfigured }: ReportInput): SplitShare[] {
  const wanted = new Map(Object.entries(config.split.ratios));
  const placed = claims.filter(({ split }) => split !== undefined);
  const { labels, rows } = tabulateLabels(placed, ({ split }) => split, [...wanted.keys()]);
  const totals = labels.map((_, at) => rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  return rows.map(({ name, claims: size, counts }) => {
    const [farthest] = labels
      .map((label, at) => ({
        label,
        difference: (counts[at] ?? 0) / size - (totals[at] ?? 0) / placed.length,
      }))
      .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
    return {
      split: name,
      claims: size,
      share: size / placed.length,
      wanted: isConfigured ? (wanted.get(name) ?? null) : null,
      deviation: farthest === undefined || rows.length < 2 ? null : farthest,
    };
  });
}

/** By what the dataset groups claims, as far as the input tells it. */
function groupingOf({ config, lookup = {} }: ReportInput): Grouping {
  const isKnown = { section: lookup.sectionOf !== undefined, annotator: lookup.annotatorsOf !== undefined };
  const by = config.split.groupBy.filter((kind) =>
    kind === 'section' || kind === 'annotator' ? isKnown[kind] : true,
  );
  return { ...lookup, by };
}

function leakageOf(
  claims: readonly PlacedClaim[],
  linkable: readonly Claim[],
  nearDuplicate: number,
  grouping: Grouping,
): Leakage {
  const splitById = new Map(claims.map(({ claim, split }) => [claim.id, split]));
  const splitOf = (id: ClaimId) => splitById.get(id);
  const leakage = measureLeakage(linkable, splitOf, { nearDuplicate, maxWitnesses: maxExamples });
  const further = measureFurtherLeakage(linkable, splitOf, grouping.by, grouping, maxExamples);
  const countOf = ({ count, witnesses }: LeakList): LeakCount => ({
    count,
    examples: witnesses.map(({ claimIds, splits: between, shared }) => ({
      claims: claimIds,
      splits: between,
      shared: shortened(shared, maxSharedChars),
    })),
  });
  const counted = Object.entries({ ...leakage, ...further }).map(([kind, list]) => [kind, countOf(list)]);
  return Object.fromEntries(counted) as Leakage;
}

/** Claims in their order, but of each label the first before all others. */
function withEachLabel(claims: readonly PlacedClaim[]): PlacedClaim[] {
  const firsts = new Map(claims.toReversed().map((placed) => [labelNameOf(placed), placed]));
  const isFirst = (placed: PlacedClaim): boolean => firsts.get(labelNameOf(placed)) === placed;
  return [...claims.filter(isFirst), ...claims.filter((placed) => !isFirst(placed))];
}

/** What links claims is their ids, texts, sources and evidence: the label is of no account, and may be a foreign one. */
function linkableOf(claim: OpenClaim): Claim {
  return claim as Claim;
}

function shownClaim({ claim, split }: PlacedClaim): ShownClaim {
  return {
    id: claim.id,
    claim: claim.claim,
    ...(claim.label !== undefined && { label: claim.label }),
    ...(split !== undefined && { split }),
  };
}

/** A difference of shares in percentage points. */
function pointsWords(difference: number): string {
  const points = Math.round(Math.abs(difference) * 1000) / 10;
  if (points === 0) return 'no difference';
  return `${difference > 0 ? '+' : '−'}${points} points`;
}
