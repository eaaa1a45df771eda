import type { GroupKind } from '../../../claims/group-kind.ts';
import { sharingWords } from '../../../stats/grouping-words.ts';
import { percent } from '../../../text/percent.ts';
import { plural } from '../../../text/plural.ts';
import type { Block, ShownClaim } from '../../block.ts';
import { countWords } from '../../number-words.ts';

/** All groups of claims that hang together. */
export interface ClaimGroups {
  readonly count: number;
  /** Groups of one claim. */
  readonly single: number;
  /** The largest groups of more than one claim. */
  readonly largest: readonly ClaimGroup[];
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

/** What makes claims hang together, and the largest groups of them. */
export function* groupBlocks(
  groups: ClaimGroups,
  { nearDuplicate, groupBy }: { readonly nearDuplicate: number; readonly groupBy: readonly GroupKind[] },
  isPlaced: boolean,
): Generator<Block> {
  yield { kind: 'heading', text: 'Claims that hang together' };
  yield {
    kind: 'paragraph',
    text: `Claims hang together that ${sharingWords(groupBy)}${groupBy.includes('near-duplicate') ? ` (${percent(nearDuplicate)} or more of the words of both)` : ''}. They form ${countWords(groups.count)} ${plural('group', groups.count)}, ${countWords(groups.single)} of them of a single claim.`,
  };
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
}
