import { countWords, formatNumber } from '../../../reporters/count-words.ts';
import type { AgreementReport } from '../agreement-report.ts';
import type { AgreementSource } from './agreement-source.ts';
import type { PageBlock } from './page-block.ts';

/** What no figure counts, and why. */
export function* leftOutBlocks(
  { leftOut: restricted, labels: { leftOut: ofLabels }, evidence: { leftOut: ofEvidence } }: AgreementReport,
  { unreadable }: AgreementSource,
): Generator<PageBlock> {
  const items = [
    ...(unreadable === 0
      ? []
      : [
          `${countWords(unreadable, 'line')} of the journals that ${unreadable === 1 ? 'is no annotation' : 'are no annotations'}`,
        ]),
    ...[...restricted, ...ofLabels].map(({ count, about }) => `${formatNumber(count)} ${about}`),
    ...ofEvidence.map(
      ({ annotations, what }) => `of the evidence: ${countWords(annotations, 'annotation')}, ${what}`,
    ),
  ];
  if (items.length === 0) return;
  yield { kind: 'heading', text: 'Left out' };
  yield { kind: 'list', items: items.map((item) => [item]) };
}
