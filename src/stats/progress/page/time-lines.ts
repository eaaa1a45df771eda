import { formatNumber } from '../../../reporters/count-words.ts';
import { shareWords } from '../../figure-words.ts';
import { sum } from '../../sum.ts';
import { durationWords } from '../duration-words.ts';
import type { Progress } from '../progress.ts';
import { type Page, paragraph, section, tableLines } from './page.ts';

/** How long answers take. */
export function* timeLines({ times, medianSeconds }: Progress, page: Page): Generator<string> {
  if (medianSeconds === null) return;
  const all = sum(times.map(({ answers }) => answers));
  yield* section('Time an answer takes', page);
  yield* paragraph(`Median ${durationWords(medianSeconds)}, without pauses`, page);
  yield* tableLines(
    {
      columns: [{ head: '' }, { head: '' }, { head: '' }],
      rows: times
        .filter(({ answers }) => answers > 0)
        .map(({ from, to, answers }) => [
          timeWords(from, to),
          formatNumber(answers),
          shareWords(answers, all),
        ]),
    },
    page,
  );
}

function timeWords(from: number, to: number | null): string {
  if (to === null) return `${durationWords(from)} and more`;
  return from === 0 ? `under ${durationWords(to)}` : `${durationWords(from)} to ${durationWords(to)}`;
}
