import { countWords, formatNumber } from '../../../reporters/count-words.ts';
import { figureWords, intervalWords } from '../../figure-words.ts';
import { type AgreementReport, evidenceFigures } from '../agreement-report.ts';
import { figureTable } from './figure-table.ts';
import type { PageBlock } from './page-block.ts';
import { reasonBlocks } from './reason-blocks.ts';

/** How annotators agree on evidence, with one another and with adjudications. */
export function* evidenceBlocks(report: AgreementReport): Generator<PageBlock> {
  const {
    claims,
    annotators,
    pairs: all,
    labels: sameLabels,
    remarks,
    adjudicated: settled,
  } = report.evidence;
  yield { kind: 'heading', text: 'Evidence' };
  if (claims > 0)
    yield {
      kind: 'paragraph',
      pieces: [
        `${countWords(claims, 'claim')} with evidence of two or more of ${countWords(annotators, 'annotator')}, ${countWords(all, 'pair')}.`,
      ],
    };
  const figures = evidenceFigures.flatMap(({ title, of }) => {
    const figure = of(report);
    return figure === undefined ? [] : [{ ...figure, title }];
  });
  if (claims > 0) yield figureTable(figures);
  yield* reasonBlocks(figures);
  const parts = [
    { title: 'evidence in common', part: sameLabels.overlapping },
    { title: 'other evidence', part: sameLabels.disjoint },
    { title: 'evidence of one alone', part: sameLabels.oneWithout },
  ].filter(({ part }) => part.pairs > 0);
  if (parts.length > 0) {
    yield { kind: 'heading', text: 'The same label, by evidence' };
    yield {
      kind: 'table',
      columns: [
        { head: '' },
        { head: 'pairs' },
        { head: 'the same label' },
        { head: 'interval', align: 'left' },
      ],
      rows: parts.map(({ title, part: { pairs: count, same } }) => [
        title,
        formatNumber(count),
        figureWords(same.value),
        intervalWords(same.interval ?? undefined),
      ]),
    };
  }
  if (settled.annotations > 0) {
    yield { kind: 'heading', text: 'Evidence against adjudications' };
    yield figureTable([
      { title: 'Precision', ...settled.precision },
      { title: 'Recall', ...settled.recall },
    ]);
  }
  if (remarks.length > 0) yield { kind: 'list', items: remarks.map((remark) => [remark]) };
}
