import { labels } from '../../../claims/label.ts';
import { countWords, formatNumber } from '../../../reporters/count-words.ts';
import { figureWords, intervalWords } from '../../figure-words.ts';
import type { Progress, ProgressFigure } from '../progress.ts';
import { mostRows, type Page, paragraph, section, tableLines } from './page.ts';

/** How far annotators agree on labels, in all and by week, and what is said beside what. */
export function* agreementLines(
  { agreement, compared, agreementByWeek, confusion }: Progress,
  page: Page,
): Generator<string> {
  yield* section('Agreement on labels', page);
  yield* paragraph(
    `Krippendorff's alpha ${figureInWords(agreement)}${agreement.value === null ? '' : `, of ${countWords(compared, 'claim')} with two answers or more`}`,
    page,
  );
  if (agreementByWeek.length > 1) {
    const shown = agreementByWeek.slice(-mostRows);
    yield '\n';
    yield* tableLines(
      {
        columns: [
          { head: 'week' },
          { head: 'claims' },
          { head: 'alpha' },
          { head: 'interval', align: 'left' },
        ],
        rows: shown.map(({ week, claims, value, interval }) => [
          week,
          formatNumber(claims),
          figureWords(value),
          intervalWords(interval ?? undefined),
        ]),
      },
      page,
    );
  }
  if (compared === 0) return;
  yield* section('What is said beside what, in pairs of answers', page);
  yield* tableLines(
    {
      columns: ['', ...labels].map((head) => ({ head })),
      rows: labels.map((label, at) => [label, ...(confusion[at] ?? []).map(formatNumber)]),
    },
    page,
  );
}

function figureInWords({ value, interval, reason }: ProgressFigure): string {
  if (value === null) return `is not defined: ${reason ?? ''}`;
  return [figureWords(value), intervalWords(interval ?? undefined)].filter((part) => part !== '').join('  ');
}
