import { labels } from '../../../claims/label.ts';
import { formatNumber } from '../../../reporters/count-words.ts';
import { printable } from '../../../text/printable.ts';
import { figureWords, shareWords, undefinedMark } from '../../figure-words.ts';
import { sum } from '../../sum.ts';
import { durationWords } from '../duration-words.ts';
import type { AnnotatorProgress, Progress } from '../progress.ts';
import { type Page, paragraph, section, tableLines } from './page.ts';

/** What each annotator did, and how those with sure gold did. */
export function* annotatorLines({ annotators }: Progress, page: Page): Generator<string> {
  if (annotators.length === 0) return;
  const hasGold = annotators.some(({ gold }) => gold.answered > 0);
  const columns: readonly AnnotatorColumn[] = [
    { head: 'answered', of: ({ answered }) => formatNumber(answered) },
    { head: 'waiting', of: ({ waiting }) => formatNumber(waiting) },
    { head: 'skipped', of: ({ skipped }) => countOrNothing(skipped) },
    { head: 'median time', of: ({ medianSeconds }) => secondsWords(medianSeconds) },
    {
      head: 'time in all',
      of: ({ activeSeconds }) => secondsWords(activeSeconds === 0 ? null : activeSeconds),
    },
    { head: 'hasty', of: ({ hasty }) => countOrNothing(hasty) },
    { head: 'decided otherwise', of: ({ corrected }) => countOrNothing(corrected) },
    ...labels.map((label) => ({
      head: label,
      of: (own: AnnotatorProgress) => shareWords(own.labels[label], own.answered) || undefinedMark,
    })),
    { head: 'last day', of: ({ lastDay }) => lastDay ?? undefinedMark },
  ];
  // What nobody has would only push the rest to a second table.
  const shown = columns.filter(({ of }) => annotators.some((own) => of(own) !== undefinedMark));
  yield* section('Annotators', page);
  yield* tableLines(
    {
      columns: [{ head: '' }, ...shown],
      rows: annotators.map((own) => [printable(own.annotator), ...shown.map(({ of }) => of(own))]),
    },
    page,
  );
  const pauses = annotators.filter(({ idleSeconds, hiddenSeconds }) => idleSeconds + hiddenSeconds > 0);
  if (pauses.length > 0) {
    const [idle, hidden] = [
      sum(pauses.map(({ idleSeconds }) => idleSeconds)),
      sum(pauses.map(({ hiddenSeconds }) => hiddenSeconds)),
    ];
    yield* paragraph(
      `Besides, ${durationWords(idle)} idle and ${durationWords(hidden)} with the page hidden, in none of the times.`,
      page,
    );
  }
  if (annotators.some(({ hasty }) => hasty > 0))
    yield* paragraph(
      'Hasty: in less than a quarter of the median time of all. To be looked at, no proof of anything.',
      page,
    );
  if (!hasGold) return;
  yield* section('On claims with sure gold', page);
  yield* tableLines(
    {
      columns: ['', 'answered', 'right labels', 'evidence precision', 'evidence recall', 'evidence F1'].map(
        (head) => ({ head }),
      ),
      rows: annotators
        .filter(({ gold }) => gold.answered > 0)
        .map(({ annotator, gold }) => [
          printable(annotator),
          formatNumber(gold.answered),
          figureWords(gold.labelAccuracy),
          figureWords(gold.evidencePrecision),
          figureWords(gold.evidenceRecall),
          figureWords(gold.evidenceF1),
        ]),
    },
    page,
  );
}

interface AnnotatorColumn {
  readonly head: string;
  readonly of: (own: AnnotatorProgress) => string;
}

function countOrNothing(count: number): string {
  return count === 0 ? undefinedMark : formatNumber(count);
}

function secondsWords(seconds: number | null): string {
  return seconds === null ? undefinedMark : durationWords(seconds);
}
