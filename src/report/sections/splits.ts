import type { Claim, ClaimId } from '../../claims/claim.ts';
import type { GroupKind } from '../../claims/group-kind.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { PlacedClaim } from '../../stats/claim-change.ts';
import { findComponents } from '../../stats/components.ts';
import { measureFurtherLeakage } from '../../stats/group-leakage.ts';
import type { Grouping } from '../../stats/group-links.ts';
import { labelNameOf, tabulateLabels } from '../../stats/label-table.ts';
import { type LeakList, measureLeakage } from '../../stats/leakage.ts';
import { plural } from '../../text/plural.ts';
import type { ShownClaim } from '../block.ts';
import { countWords } from '../number-words.ts';
import type { ReportInput } from '../report-input.ts';
import { defineSection } from '../section.ts';
import { shortened } from '../shortened.ts';
import { type Duplicates, duplicateBlocks } from './splits/duplicate-blocks.ts';
import { type ClaimGroups, groupBlocks } from './splits/group-blocks.ts';
import { leakageBlocks } from './splits/leakage-blocks.ts';
import { type Leakage, type LeakCount, leaksOf, leakWords } from './splits/leaks.ts';
import { type SplitShare, shareBlocks } from './splits/share-blocks.ts';

interface SplitsData {
  /** Jaccard similarity of words from which claims are near-duplicates. */
  readonly nearDuplicate: number;
  /** What keeps claims together besides being duplicates. */
  readonly groupBy: readonly GroupKind[];
  /** Empty where no claim has a split. */
  readonly splits: readonly SplitShare[];
  readonly withoutSplit: number;
  /** `null` where fewer than two splits have claims: nothing can leak. */
  readonly leakage: Leakage | null;
  readonly groups: ClaimGroups;
  readonly duplicates: Duplicates;
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
  *blocks(data) {
    const { splits: shares, withoutSplit, leakage, groups, duplicates } = data;
    yield* shareBlocks(shares, withoutSplit);
    if (leakage !== null) yield* leakageBlocks(leakage, data);
    yield* groupBlocks(groups, data, shares.length > 0);
    yield* duplicateBlocks(duplicates);
  },
});

/** Where the name of the kind does not say what is shared. */
const linkWords: Readonly<Record<string, string>> = {
  duplicate: 'claim',
  'near-duplicate': 'words',
};

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
