import { labels } from '../../../claims/label.ts';
import { skipReasons } from '../../../claims/skip-reason.ts';
import { countWords, formatNumber } from '../../../reporters/count-words.ts';
import { shareWords } from '../../figure-words.ts';
import { durationWords } from '../duration-words.ts';
import type { Progress } from '../progress.ts';
import { mostRows, type Page, paragraph, section, tableLines } from './page.ts';

/** What was answered, skipped and flagged, and on which days. */
export function* answerLines(progress: Progress, page: Page): Generator<string> {
  const { answers, skips, flags, days } = progress;
  yield* section('Answers', page);
  yield* tableLines(
    {
      columns: [{ head: '' }, { head: '' }, { head: '' }],
      rows: labels.map((label) => [
        label,
        formatNumber(progress.labels[label]),
        shareWords(progress.labels[label], answers),
      ]),
    },
    page,
  );
  const skipped = skipReasons.filter((reason) => skips[reason] > 0);
  if (skipped.length > 0)
    yield* paragraph(
      `Skipped: ${skipped.map((reason) => `${reason} ${formatNumber(skips[reason])}`).join(', ')}`,
      page,
    );
  if (flags > 0) yield* paragraph(`Flagged: ${formatNumber(flags)}`, page);
  if (days.length === 0) return;
  yield '\n';
  const isTimed = days.some(({ seconds }) => seconds > 0);
  yield* tableLines(
    {
      columns: [{ head: 'day' }, { head: 'answers' }, ...(isTimed ? [{ head: 'time' }] : [])],
      rows: days
        .slice(-mostRows)
        .map(({ day, answers: count, seconds }) => [
          day,
          formatNumber(count),
          ...(isTimed ? [durationWords(seconds)] : []),
        ]),
    },
    page,
  );
  if (days.length > mostRows)
    yield* paragraph(`and ${countWords(days.length - mostRows, 'day')} before`, page);
}
