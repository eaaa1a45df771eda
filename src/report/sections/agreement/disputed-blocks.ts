import type { ClaimId } from '../../../claims/claim.ts';
import type { LabelAgreement } from '../../../stats/agreement/label-agreement.ts';
import type { Block } from '../../block.ts';
import { countWords } from '../../number-words.ts';
import { nameWords } from './agreement-words.ts';

/** A disputed claim and its text; `null` for ids that no claim has. */
export interface DisputedClaim {
  readonly id: ClaimId;
  readonly claim: string | null;
}

/** The most disputed claims, each with who gave it which label; nothing where all agree. */
export function* disputedBlocks(
  { disputed }: LabelAgreement,
  texts: readonly DisputedClaim[],
): Generator<Block> {
  if (disputed.claims === 0) return;
  yield {
    kind: 'claims',
    caption:
      disputed.claims > texts.length
        ? `The most disputed of ${countWords(disputed.claims)} claims that got more than one label`
        : 'Claims that got more than one label',
    claims: texts.map(({ id, claim }, at) => {
      const { votes = [], adjudicated = null } = disputed.most[at] ?? {};
      const said = votes
        .map(({ label, annotators }) => `${label} (${annotators.map(nameWords).join(', ')})`)
        .join('; ');
      return {
        id,
        claim: claim ?? 'A claim that is not in the dataset',
        remark: adjudicated === null ? `${said}; not adjudicated` : `${said}; adjudicated ${adjudicated}`,
      };
    }),
  };
}
