import { noLabel } from '../../../stats/label-table.ts';
import { plural } from '../../../text/plural.ts';
import type { Block, ShownClaim } from '../../block.ts';
import { countWords } from '../../number-words.ts';

/** Claims with the same text but for case, punctuation and blanks. */
export interface Duplicates {
  readonly groups: number;
  readonly claims: number;
  /** Groups whose claims have different labels. */
  readonly contradicting: number;
  /** The first of those, each with its first claims and with every label that it has. */
  readonly examples: readonly (readonly ShownClaim[])[];
}

/** How many claims are there more than once, and those that have different labels. */
export function* duplicateBlocks({ groups, claims, contradicting, examples }: Duplicates): Generator<Block> {
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
