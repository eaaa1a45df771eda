import { countWords, formatNumber } from '../../reporters/count-words.ts';
import {
  differenceWords,
  figureWords,
  intervalWords,
  probabilityWords,
  shareWords,
} from '../../stats/figure-words.ts';
import { printable } from '../../text/printable.ts';
import { createTerminalStyle, type TerminalStyle } from '../../text/terminal-style.ts';
import {
  columnsBeside,
  type TableColumn,
  type TerminalTable,
  terminalTable,
} from '../../text/terminal-table.ts';
import { wrapText } from '../../text/wrap-text.ts';
import { calibrationFigures } from '../calibration/calibration.ts';
import type { Breakdown, Comparison, FigureValue, Scores } from '../scores.ts';
import { figureOf } from './figure-of.ts';
import { notesOf } from './notes.ts';
import type { PrintOptions, ScorePrinter, ShownScorer } from './score-printer.ts';
import { nothingWords, saysNothing, shownGroups } from './shown-groups.ts';
import { hasPredictedLabels } from './shown-labels.ts';
import { nameSystems, type System } from './systems.ts';
import { worstLines } from './worst-lines.ts';

const minWidth = 40;
/** Of figures of one width: `0.3257`. */
const figureWidth = 6;

export const text: ScorePrinter = {
  id: 'text',
  title: 'for people at a terminal',
  *print(scores, comparison, scorer, options) {
    const [first] = scores;
    if (first === undefined) return;
    const page: Page = {
      ...options,
      width: Math.max(minWidth, options.width),
      style: createTerminalStyle(options.color),
      scorer,
      systems: nameSystems(scores),
    };
    yield* heading(page, first);
    yield '\n';
    yield* figures(page);
    if (comparison !== undefined) yield* compared(page, comparison);
    yield* losses(page);
    for (const [at, breakdown] of first.breakdowns.entries()) yield* brokenDown(page, breakdown, at);
    for (const system of page.systems) {
      yield* confused(page, system);
      yield* calibrated(page, system);
    }
    for (const system of page.systems) yield* worstOf(page, system);
    yield* notes(page, comparison);
  },
};

interface Page extends PrintOptions {
  readonly style: TerminalStyle;
  readonly scorer: ShownScorer;
  readonly systems: readonly System[];
}

function* heading({ style, scorer, systems, width }: Page, first: Scores): Generator<string> {
  const joined = `${countWords(first.claims, 'claim')}, joined by ${first.join.by}`;
  if (systems.length === 1) {
    yield* wrapText(`${scorer.title}: ${printable(first.predictions)}`, width).map(
      (line) => `${style.bold(line)}\n`,
    );
    yield `${joined}\n`;
    return;
  }
  yield `${style.bold(`${scorer.title}: ${systems.length} systems`)}\n`;
  for (const { letter, scores } of systems) {
    const claims = `${countWords(scores.claims, 'claim')}, joined by ${scores.join.by}`;
    yield* wrapText(`${letter}  ${printable(scores.predictions)}: ${claims}`, width - 2).map(
      (line) => `  ${line}\n`,
    );
  }
}

function* section({ style, width }: Page, title: string): Generator<string> {
  yield '\n';
  yield* wrapText(title, width).map((line) => `${style.bold(line)}\n`);
}

/** A heading that says whose it is where there are several systems. */
function ofSystem({ systems }: Page, title: string, { letter }: System): string {
  return systems.length > 1 ? `${title}: ${letter}` : title;
}

function* figures(page: Page): Generator<string> {
  const { systems, scorer } = page;
  const columns: TableColumn[] = [
    { head: '' },
    ...systems.map(
      ({ letter }): TableColumn => ({
        head: systems.length > 1 ? letter : '',
        align: 'left',
      }),
    ),
  ];
  const rows = scorer.figures.map(({ id, title }) => [
    printable(title),
    ...systems.map(({ scores }) => withInterval(figureOf(scores.figures, id))),
  ]);
  yield* table(page, { columns, rows });
}

function withInterval(figure: FigureValue | undefined): string {
  return `${figureWords(figure?.value).padStart(figureWidth)}  ${intervalWords(figure?.interval)}`.trimEnd();
}

function* compared(page: Page, { figures: differences, wins }: Comparison): Generator<string> {
  const [first, second] = page.systems;
  if (first === undefined || second === undefined) return;
  yield* section(page, `Difference: ${second.letter} less ${first.letter}`);
  yield* table(page, {
    columns: [
      { head: '' },
      { head: '', align: 'left' },
      { head: 'p by bootstrap' },
      { head: 'p by randomisation' },
    ],
    rows: differences.map(({ id, difference, interval, bootstrapP, randomisationP }) => [
      titleOf(page, id),
      `${differenceWords(difference).padStart(figureWidth + 1)}  ${intervalWords(interval)}`.trimEnd(),
      probabilityWords(bootstrapP),
      probabilityWords(randomisationP),
    ]),
  });
  const headline = page.scorer.figures[0]?.title ?? '';
  yield* paragraph(
    page,
    `By ${printable(headline)}, ${first.letter} is better on ${countWords(wins.first, 'claim')}, ${second.letter} on ${formatNumber(wins.second)}; on ${formatNumber(wins.ties)} they are equal.`,
  );
}

/** What the headline would be with a part of the work done. */
function* losses(page: Page): Generator<string> {
  const { systems, scorer } = page;
  const [headline] = scorer.figures;
  const bounds = systems[0]?.scores.bounds ?? [];
  if (headline === undefined || bounds.length === 0) return;
  yield* section(page, `Where the loss is: ${printable(headline.title)}`);
  const headlineOf = (values: readonly FigureValue[]): number | null =>
    figureOf(values, headline.id)?.value ?? null;
  const columns = systems.flatMap(({ letter }): TableColumn[] => [
    { head: systems.length > 1 ? letter : '' },
    { head: 'gain' },
  ]);
  yield* table(page, {
    columns: [{ head: '' }, ...columns],
    rows: [
      ['as predicted', ...systems.flatMap(({ scores }) => [figureWords(headlineOf(scores.figures)), ''])],
      ...bounds.map(({ id, title }) => [
        printable(title),
        ...systems.flatMap(({ scores }) => {
          const bound = headlineOf(scores.bounds.find((each) => each.id === id)?.figures ?? []);
          const own = headlineOf(scores.figures);
          const gain = bound === null || own === null ? null : bound - own;
          return [figureWords(bound), differenceWords(gain)];
        }),
      ]),
    ],
  });
}

function* brokenDown(page: Page, breakdown: Breakdown, at: number): Generator<string> {
  const { more } = shownGroups(breakdown);
  yield* section(page, `By ${printable(breakdown.title)}`);
  if (saysNothing(breakdown)) {
    yield* paragraph(page, nothingWords);
    return;
  }
  const isSingle = page.systems.length === 1;
  const content = isSingle ? groupsOfOne(page, breakdown) : groupsOfAll(page, breakdown, at);
  yield* terminalTable(content, { ...page, overflow: 'drop' });
  const left = content.columns.length - columnsBeside(content, page.width);
  const lacksIntervals = isSingle && isSure(breakdown) && content.columns[2]?.align !== 'left';
  const omitted = [
    ...(lacksIntervals ? ['intervals'] : []),
    ...(left > 0 ? [countWords(left, 'figure')] : []),
    ...(more > 0 ? [countWords(more, 'smaller group')] : []),
  ];
  if (omitted.length > 0) yield* paragraph(page, `More with --json: ${omitted.join(', ')}.`);
}

/** Whether the first figure of a group has an interval. */
function isSure(breakdown: Breakdown): boolean {
  return shownGroups(breakdown).shown.some(({ figures: values }) => values[0]?.interval !== undefined);
}

/** All figures of a system; the interval of the first where there is room for it beside all figures. */
function groupsOfOne({ scorer, width }: Page, breakdown: Breakdown): TerminalTable {
  const { shown } = shownGroups(breakdown);
  const build = (hasIntervals: boolean): TerminalTable => ({
    columns: [
      { head: '' },
      { head: 'claims' },
      ...scorer.figures.map(
        ({ title }, at): TableColumn =>
          hasIntervals && at === 0 ? { head: printable(title), align: 'left' } : { head: printable(title) },
      ),
    ],
    rows: shown.map(({ name, claims, figures: values }) => [
      printable(name),
      formatNumber(claims),
      ...scorer.figures.map(({ id }, at) =>
        hasIntervals && at === 0
          ? withInterval(figureOf(values, id))
          : figureWords(figureOf(values, id)?.value),
      ),
    ]),
  });
  const wide = build(isSure(breakdown));
  return columnsBeside(wide, width) === wide.columns.length ? wide : build(false);
}

/** The headline of all systems, by the groups of the first. */
function groupsOfAll({ scorer, systems }: Page, breakdown: Breakdown, at: number): TerminalTable {
  const id = scorer.figures[0]?.id ?? '';
  return {
    columns: [
      { head: '' },
      { head: 'claims' },
      ...systems.map(({ letter }): TableColumn => ({ head: letter, align: 'left' })),
    ],
    rows: shownGroups(breakdown).shown.map(({ name, claims }) => [
      printable(name),
      formatNumber(claims),
      ...systems.map(({ scores }) => {
        const group = scores.breakdowns[at]?.groups.find((each) => each.name === name);
        return withInterval(figureOf(group?.figures ?? [], id));
      }),
    ]),
  };
}

function* confused(page: Page, system: System): Generator<string> {
  const { confusion } = system.scores;
  if (!hasPredictedLabels(confusion)) return;
  yield* section(page, ofSystem(page, 'Labels: gold in rows, predicted in columns', system));
  yield* table(page, {
    columns: [
      { head: '' },
      ...confusion.predicted.map((label) => ({ head: label === null ? 'no label' : printable(label) })),
      { head: 'claims' },
    ],
    rows: confusion.gold.map((label, row) => {
      const counts = confusion.counts[row] ?? [];
      const all = counts.reduce((sum, count) => sum + count, 0);
      return [
        printable(label),
        ...counts.map((count) => `${formatNumber(count)} ${shareWords(count, all).padStart(5)}`),
        formatNumber(all),
      ];
    }),
  });
}

function* calibrated(page: Page, system: System): Generator<string> {
  const { calibration } = system.scores;
  if (calibration === undefined) return;
  yield* section(page, ofSystem(page, 'Calibration of the predicted probabilities', system));
  if (calibration.claims < system.scores.claims) {
    yield* paragraph(page, `Of ${countWords(calibration.claims, 'claim')} that have one.`);
  }
  yield* table(page, {
    columns: [{ head: '' }, { head: '', align: 'left' }],
    rows: calibration.figures.map((figure) => [
      calibrationFigures.find(({ id }) => id === figure.id)?.title ?? figure.id,
      withInterval(figure),
    ]),
  });
  yield '\n';
  yield* table(page, {
    columns: [
      { head: 'probability' },
      { head: 'claims' },
      { head: 'mean probability' },
      { head: 'share right' },
      { head: 'right less probability' },
    ],
    rows: calibration.bins
      .filter(({ claims }) => claims > 0)
      .map(({ above, upTo, claims, confidence, accuracy }) => [
        `${above.toFixed(2)} to ${upTo.toFixed(2)}`,
        formatNumber(claims),
        figureWords(confidence),
        figureWords(accuracy),
        differenceWords(confidence === null || accuracy === null ? null : accuracy - confidence),
      ]),
  });
}

function* worstOf(page: Page, system: System): Generator<string> {
  const { worst } = system.scores;
  if (worst.length === 0) return;
  yield* section(page, ofSystem(page, 'Worst claims', system));
  if (worst.some(({ goldEvidence }) => goldEvidence.length > 0)) {
    yield `  ${page.style.dim('+ predicted, - not predicted')}\n`;
  }
  for (const [at, claim] of worst.entries()) {
    if (at > 0) yield '\n';
    yield* worstLines(claim, at + 1, page);
  }
}

function* notes(page: Page, comparison: Comparison | undefined): Generator<string> {
  const all = page.systems.map(({ scores }) => scores);
  let isFirst = true;
  for (const note of notesOf(all, comparison, page.scorer, page.resampling)) {
    if (isFirst) yield '\n';
    isFirst = false;
    yield* wrapText(note, Math.min(page.width, 100)).map((line) => `${page.style.dim(line)}\n`);
  }
}

function* paragraph({ width }: Page, words: string): Generator<string> {
  yield* wrapText(words, Math.min(width, 100) - 2).map((line) => `  ${line}\n`);
}

function table(page: Page, content: TerminalTable): Generator<string> {
  return terminalTable(content, { ...page, overflow: 'below' });
}

function titleOf({ scorer }: Page, id: string): string {
  return printable(scorer.figures.find((figure) => figure.id === id)?.title ?? id);
}
