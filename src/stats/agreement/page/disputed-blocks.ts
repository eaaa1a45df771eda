import type { AgreementReport } from '../agreement-report.ts';
import type { DisputedClaim } from '../disputed-claims.ts';
import { ofAll } from './of-all.ts';
import type { PageBlock, Piece } from './page-block.ts';

/** Annotators that a claim names for a label. */
const mostNames = 6;

/** The claims that annotators agree on least, with who said what. */
export function* disputedBlocks(
  { labels: { disputed: found } }: AgreementReport,
  mostDisputed: number,
): Generator<PageBlock> {
  if (found.claims === 0 || mostDisputed === 0) return;
  yield { kind: 'heading', text: ofAll('Most disputed claims', mostDisputed, found.claims) };
  yield { kind: 'list', items: found.most.slice(0, mostDisputed).map(disputedItem) };
}

function disputedItem({ claim, votes, isTied, adjudicated: settled }: DisputedClaim): Piece[] {
  const said = votes.flatMap(({ label, annotators }, at): Piece[] => [
    `${at === 0 ? ': ' : '; '}${label} `,
    ...annotators.slice(0, mostNames).flatMap((name, which): Piece[] => [which === 0 ? '' : ', ', { name }]),
    annotators.length > mostNames ? ` and ${annotators.length - mostNames} more` : '',
  ]);
  const remarks = [...(isTied ? ['a tie'] : []), ...(settled === null ? [] : [`adjudicated ${settled}`])];
  return [{ name: String(claim) }, ...said, remarks.length === 0 ? '' : ` (${remarks.join(', ')})`];
}
