import { challenges } from '../../claims/challenge.ts';
import { mutations } from '../../claims/mutation.ts';
import type { PlacedClaim } from '../../stats/claim-change.ts';
import { type LabelTable, tabulateLabels } from '../../stats/label-table.ts';
import type { Block, DataTable } from '../block.ts';
import { stackedBars } from '../chart/stacked-bars.ts';
import { countWords } from '../number-words.ts';
import { defineSection } from '../section.ts';

interface LabelsData {
  /** Claims without a split are in `no split`, where others have one. */
  readonly bySplit: LabelTable;
  /** `null` where no claim has a challenge. */
  readonly byChallenge: LabelTable | null;
  /** `null` where no claim has a mutation. */
  readonly byMutation: LabelTable | null;
  /** By split, the challenges; empty where there are none. */
  readonly challengesBySplit: readonly { readonly split: string; readonly challenges: LabelTable }[];
}

const noSplit = 'no split';
const noChallenge = 'no challenge';
const noMutation = 'no mutation';

/** Labels against splits, challenges and mutations: what differs between splits is measured as something else. */
export const labels = defineSection<LabelsData>({
  id: 'labels',
  title: 'Labels, splits and challenges',
  measure: ({ claims, config }) => {
    if (claims.length === 0) return { missing: 'There are no claims.' };
    const order = Object.keys(config.split.ratios);
    const splitOf = ({ split }: PlacedClaim): string => split ?? noSplit;
    const bySplit = tabulateLabels(claims, splitOf, order);
    const hasChallenges = claims.some(({ claim }) => claim.challenge !== undefined);
    const hasMutations = claims.some(({ claim }) => claim.mutation !== undefined);
    return {
      bySplit,
      byChallenge: hasChallenges ? tabulateLabels(claims, challengeOf, challenges) : null,
      byMutation: hasMutations
        ? tabulateLabels(claims, ({ claim }) => claim.mutation ?? noMutation, mutations)
        : null,
      challengesBySplit: hasChallenges
        ? bySplit.rows.map(({ name }) => ({
            split: name,
            challenges: tabulateLabels(
              claims,
              (placed) => (splitOf(placed) === name ? challengeOf(placed) : undefined),
              challenges,
            ),
          }))
        : [],
    };
  },
  headline: ({ bySplit: { labels: names, rows } }) =>
    names
      .map((name, at) => [rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0), name] as const)
      .map(([claims, name]) => `${countWords(claims)} ${name}`)
      .join(', '),
  *blocks({ bySplit, byChallenge, byMutation, challengesBySplit }): Generator<Block> {
    // One row of all claims is in the overview.
    const isDivided = [bySplit, byChallenge, byMutation].some((table) => hasSeveral(table));
    yield {
      kind: 'paragraph',
      text: isDivided
        ? 'Bars show the share of each label; the number of claims stands in the segments and at the right.'
        : 'Nothing divides the claims: they are in no splits, and of no challenges and mutations that differ.',
    };
    if (hasSeveral(bySplit))
      yield stackedBars({
        ...bySplit,
        name: 'Labels in each split',
        caption: 'Claims by split and label',
        rowName: 'split',
        isShare: true,
      });
    if (hasSeveral(byChallenge))
      yield stackedBars({
        ...byChallenge,
        name: 'Labels of each challenge',
        caption: 'Claims by challenge and label',
        rowName: 'challenge',
        isShare: true,
      });
    if (hasSeveral(byMutation))
      yield stackedBars({
        ...byMutation,
        name: 'Labels of each mutation: how the claim was made from another statement',
        caption: 'Claims by mutation and label',
        rowName: 'mutation',
        isShare: true,
      });
    if (hasSeveral(byChallenge) && challengesBySplit.length > 1)
      yield { kind: 'table', isFolded: true, table: crossTable(bySplit.labels, challengesBySplit) };
  },
});

/** Whether a table parts the claims. */
function hasSeveral(table: LabelTable | null): table is LabelTable {
  return table !== null && table.rows.length > 1;
}

function challengeOf({ claim }: PlacedClaim): string {
  return claim.challenge ?? noChallenge;
}

/** A row for each challenge of each split. */
function crossTable(names: readonly string[], splits: LabelsData['challengesBySplit']): DataTable {
  return {
    caption: 'Claims by challenge, split and label',
    columns: [
      { name: 'challenge' },
      { name: 'split' },
      ...names.map((label) => ({ name: label, isNumber: true })),
      { name: 'all', isNumber: true },
    ],
    rows: splits.flatMap(({ split, challenges }) =>
      challenges.rows.map(({ name, counts, claims }) => [name, split, ...counts, claims]),
    ),
  };
}
