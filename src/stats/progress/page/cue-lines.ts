import { formatNumber } from '../../../reporters/count-words.ts';
import { printable } from '../../../text/printable.ts';
import { shareWords } from '../../figure-words.ts';
import type { Progress } from '../progress.ts';
import { type Page, section, tableLines } from './page.ts';

/** Words that give labels away. */
export function* cueLines({ cues }: Progress, page: Page): Generator<string> {
  if (cues.length === 0) return;
  yield* section('Words that give labels away', page);
  yield* tableLines(
    {
      columns: [{ head: '' }, { head: 'claims' }, { head: 'share' }, { head: 'of', align: 'left' }],
      rows: cues.map(({ word, label, share, claims }) => [
        printable(word),
        formatNumber(claims),
        shareWords(share, 1),
        label,
      ]),
    },
    page,
  );
}
