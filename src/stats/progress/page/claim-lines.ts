import { countWords, formatNumber } from '../../../reporters/count-words.ts';
import { terminalTable } from '../../../text/terminal-table.ts';
import { shareWords } from '../../figure-words.ts';
import type { Progress } from '../progress.ts';
import { type WaitingKind, waitingKinds } from '../waiting-kinds.ts';
import { indent, type Page } from './page.ts';

const barWidth = 50;

/** Why claims wait, to follow their number. */
const waitingWords: Readonly<Record<WaitingKind, string>> = {
  label: 'different labels',
  evidence: 'different evidence',
  skipped: 'skipped, for the lead to decide',
  flagged: 'flagged',
  dataset: 'another label than the dataset has',
  verdict: 'another label from the evidence alone',
};

/** How many claims have answers, and what waits. */
export function* claimLines(
  { claims, waiting, overlap }: Progress,
  { width, style }: Page,
): Generator<string> {
  const { all, untouched, begun, answered, decided, conflicts, gold, dropped } = claims;
  const each = overlap === 1 ? 'one annotator each' : `${overlap} annotators each`;
  yield `${style.bold(`${formatNumber(answered)} of ${countWords(all, 'claim')} answered by ${each}`)}\n`;
  if (all > 0)
    yield `${indent}${barOf(claims, Math.min(barWidth, width - indent.length - 6))} ${shareWords(answered, all)}\n`;
  const rows: [string, number, string][] = [
    ['answered', answered, decided > 0 ? `${formatNumber(decided)} of them decided` : ''],
    ['begun', begun, begun > 0 ? `by fewer than ${overlap}` : ''],
    ['untouched', untouched, ''],
    ['waiting for a decision', conflicts, ''],
    ...waitingKinds
      .filter((kind) => waiting[kind] > 0)
      .map((kind): [string, number, string] => [`${indent}${waitingWords[kind]}`, waiting[kind], '']),
    ['with sure gold', gold, 'to measure annotators by, in none of the above'],
    ['dropped', dropped, ''],
  ];
  const shown = rows.filter(([name, number]) => number > 0 || name === 'answered' || name === 'untouched');
  yield* terminalTable(
    {
      columns: [{ head: '' }, { head: '' }, { head: '', align: 'left' }],
      rows: shown.map(([name, number, about]) => [name, formatNumber(number), about]),
    },
    { width, style, overflow: 'drop' },
  );
}

/** `█` for answered claims, `▒` for begun, `░` for untouched ones. What there is some of has a piece, however small. */
function barOf({ all, answered, begun, untouched }: Progress['claims'], width: number): string {
  const [some, more] = [Math.min(begun, 1), Math.min(untouched, 1)];
  const least = Math.min(answered, 1);
  const full = Math.min(Math.max(Math.round((answered / all) * width), least), width - some - more);
  const upTo = Math.max(Math.round(((answered + begun) / all) * width), full + some);
  const half = Math.min(upTo, width - more) - full;
  return '█'.repeat(full) + '▒'.repeat(half) + '░'.repeat(width - full - half);
}
