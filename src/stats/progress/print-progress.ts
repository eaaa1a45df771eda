import { labels } from '../../claims/label.ts';
import { skipReasons } from '../../claims/skip-reason.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { printable } from '../../text/printable.ts';
import { createTerminalStyle, type TerminalStyle } from '../../text/terminal-style.ts';
import { type TerminalTable, terminalTable } from '../../text/terminal-table.ts';
import { wrapText } from '../../text/wrap-text.ts';
import { figureWords, intervalWords, shareWords, undefinedMark } from '../figure-words.ts';
import { sum } from '../sum.ts';
import { durationWords } from './duration-words.ts';
import type { AnnotatorProgress, Progress, ProgressFigure } from './progress.ts';
import { type WaitingKind, waitingKinds } from './waiting-kinds.ts';

export interface ProgressTerminal {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

const minWidth = 40;
const indent = '  ';
const bullet = '- ';
const barWidth = 50;
/** Days and weeks that are shown, the latest. */
const mostRows = 14;
const mostGaps = 20;
const maxCommentLines = 4;

/** Why claims wait, to follow their number. */
const waitingWords: Readonly<Record<WaitingKind, string>> = {
  label: 'different labels',
  evidence: 'different evidence',
  skipped: 'skipped, for the lead to decide',
  flagged: 'flagged',
  dataset: 'another label than the dataset has',
  verdict: 'another label from the evidence alone',
};

/** How far annotation is, for people at a terminal, line by line. */
export function* printProgress(
  progress: Progress,
  { color, width: wanted }: ProgressTerminal,
): Generator<string> {
  const style = createTerminalStyle(color);
  const width = Math.max(minWidth, wanted);
  const page = { width, style };
  yield* claimLines(progress, page);
  if (progress.annotators.length === 0 && progress.answers === 0) {
    yield `\n${indent}Nobody has answered yet.\n`;
    return;
  }
  yield* annotatorLines(progress, page);
  yield* agreementLines(progress, page);
  yield* answerLines(progress, page);
  yield* timeLines(progress, page);
  yield* cueLines(progress, page);
  yield* gapLines(progress, page);
}

interface Page {
  readonly width: number;
  readonly style: TerminalStyle;
}

function* claimLines({ claims, waiting, overlap }: Progress, { width, style }: Page): Generator<string> {
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

function* annotatorLines({ annotators }: Progress, page: Page): Generator<string> {
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

function* agreementLines(
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

function* answerLines(progress: Progress, page: Page): Generator<string> {
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

function* timeLines({ times, medianSeconds }: Progress, page: Page): Generator<string> {
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

function* cueLines({ cues }: Progress, page: Page): Generator<string> {
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

function* gapLines({ guidelineGaps }: Progress, page: Page): Generator<string> {
  if (guidelineGaps.length === 0) return;
  yield* section('Gaps of the guidelines', page);
  for (const { claim, comment } of guidelineGaps.slice(0, mostGaps)) {
    const text = `${printable(String(claim))}: ${comment === '' ? '(no comment)' : printable(comment.replace(/\s+/g, ' '))}`;
    const lines = wrapText(text, page.width - indent.length - bullet.length, maxCommentLines);
    for (const [at, line] of lines.entries()) yield `${indent}${at === 0 ? bullet : '  '}${line}\n`;
  }
  if (guidelineGaps.length > mostGaps) yield* paragraph(`and ${guidelineGaps.length - mostGaps} more`, page);
}

function secondsWords(seconds: number | null): string {
  return seconds === null ? undefinedMark : durationWords(seconds);
}

function figureInWords({ value, interval, reason }: ProgressFigure): string {
  if (value === null) return `is not defined: ${reason ?? ''}`;
  return [figureWords(value), intervalWords(interval ?? undefined)].filter((part) => part !== '').join('  ');
}

function* section(title: string, { width, style }: Page): Generator<string> {
  yield '\n';
  for (const line of wrapText(title, width)) yield `${style.bold(line)}\n`;
}

function* paragraph(text: string, { width }: Page): Generator<string> {
  for (const line of wrapText(text, width - indent.length)) yield `${indent}${line}\n`;
}

function tableLines(table: TerminalTable, { width, style }: Page): Generator<string> {
  return terminalTable(table, { width, style, overflow: 'below' });
}
