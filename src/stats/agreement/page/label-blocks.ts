import { formatNumber } from '../../../reporters/count-words.ts';
import { figureWords, intervalWords } from '../../figure-words.ts';
import type { AgreementReport } from '../agreement-report.ts';
import { figureTable } from './figure-table.ts';
import type { PageBlock } from './page-block.ts';
import { reasonBlocks } from './reason-blocks.ts';

/** How annotators agree on labels: all figures, what to be careful with, and each label by itself. */
export function* labelBlocks(report: AgreementReport): Generator<PageBlock> {
  yield* labelFigures(report);
  yield* warnings(report);
  yield* byLabel(report);
}

function* labelFigures({ labels: { figures, claims } }: AgreementReport): Generator<PageBlock> {
  yield { kind: 'heading', text: 'Labels' };
  if (claims > 0) yield figureTable(figures);
  yield* reasonBlocks(figures);
}

function* warnings({ labels: { warnings: all } }: AgreementReport): Generator<PageBlock> {
  if (all.length === 0) return;
  yield { kind: 'heading', text: 'Be careful' };
  yield { kind: 'list', items: all.map(({ text }) => [text]) };
}

function* byLabel({ labels: { perLabel, annotations } }: AgreementReport): Generator<PageBlock> {
  if (annotations === 0) return;
  yield { kind: 'heading', text: 'Each label against the others' };
  yield {
    kind: 'table',
    columns: [
      { head: '' },
      { head: 'given' },
      { head: 'share' },
      { head: 'interval', align: 'left' },
      { head: 'alpha' },
      { head: 'interval', align: 'left' },
    ],
    rows: perLabel.map(({ label, count, share, shareInterval, alpha }) => [
      label,
      formatNumber(count),
      figureWords(share),
      intervalWords(shareInterval ?? undefined),
      figureWords(alpha.value),
      intervalWords(alpha.interval ?? undefined),
    ]),
  };
}
