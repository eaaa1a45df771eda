import { formatNumber } from '../../../reporters/count-words.ts';
import { percent } from '../../../text/percent.ts';
import type { AgreementReport } from '../agreement-report.ts';
import type { PageBlock } from './page-block.ts';

/** How the figures are to be read. */
export function* noteBlocks({
  resampling,
  labels: { claims, order, perClaim },
}: AgreementReport): Generator<PageBlock> {
  if (claims === 0) return;
  const items = [
    `Ordinal: ${order.join(' < ')}, so that SUPPORTS beside REFUTES is worse than either beside NOT ENOUGH INFO.`,
    ...(perClaim.min === perClaim.max
      ? ["Bennett's S is here the same number as Randolph's free-marginal kappa."]
      : []),
    resampling === null
      ? "In brackets: where a share probably lies, Wilson's interval for 95 %."
      : `In brackets: where the figure probably lies, ${percent(resampling.confidence)} of ${formatNumber(resampling.resamples)} resamples of the claims; for shares of labels and of annotators Wilson's interval.`,
  ];
  yield { kind: 'heading', text: 'Notes' };
  yield { kind: 'list', items: items.map((item) => [item]) };
}
