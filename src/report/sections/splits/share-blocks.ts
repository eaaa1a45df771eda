import { plural } from '../../../text/plural.ts';
import type { Block } from '../../block.ts';
import { countWords, percentWords } from '../../number-words.ts';

/** A split: how many claims it has, and how far that is what was wanted. */
export interface SplitShare {
  readonly split: string;
  readonly claims: number;
  /** Of the claims that are in a split. */
  readonly share: number;
  /** As configured; `null` where the dataset says nothing. */
  readonly wanted: number | null;
  /** The largest difference of a label's share in the split from its share in all splits, and which label. */
  readonly deviation: { readonly label: string; readonly difference: number } | null;
}

/** The splits and their shares, and how many claims are in none. */
export function* shareBlocks(shares: readonly SplitShare[], withoutSplit: number): Generator<Block> {
  if (shares.length === 0) {
    yield {
      kind: 'paragraph',
      text: 'The claims are in no splits. What hangs together below has to stay together when they are divided: `claimset split` does that.',
    };
  } else yield shareTable(shares);
  if (withoutSplit > 0 && shares.length > 0)
    yield {
      kind: 'note',
      text: `${countWords(withoutSplit)} ${plural('claim', withoutSplit)} in no split.`,
    };
}

function shareTable(shares: readonly SplitShare[]): Block {
  const isWanted = shares.some(({ wanted }) => wanted !== null);
  return {
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

/** A difference of shares in percentage points. */
function pointsWords(difference: number): string {
  const points = Math.round(Math.abs(difference) * 1000) / 10;
  if (points === 0) return 'no difference';
  return `${difference > 0 ? '+' : '−'}${points} points`;
}
