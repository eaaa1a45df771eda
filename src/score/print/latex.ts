import { countWords, formatNumber } from '../../reporters/count-words.ts';
import {
  differenceWords,
  figureWords,
  intervalWords,
  probabilityWords,
  shareWords,
  undefinedMark,
} from '../../stats/figure-words.ts';
import { cutText } from '../../text/cut-text.ts';
import { calibrationFigures } from '../calibration/calibration.ts';
import type { Breakdown, Comparison, FigureValue } from '../scores.ts';
import { figureOf } from './figure-of.ts';
import { latexText } from './latex-text.ts';
import { notesOf } from './notes.ts';
import type { ScorePrinter, ShownScorer } from './score-printer.ts';
import { shownGroups } from './shown-groups.ts';
import { hasPredictedLabels } from './shown-labels.ts';
import { nameSystems, type System } from './systems.ts';

const maxNameChars = 100;

export const latex: ScorePrinter = {
  id: 'latex',
  title: 'for papers: tables with the package booktabs',
  *print(scores, comparison, scorer, { resampling }) {
    const [first] = scores;
    if (first === undefined) return;
    const page: Page = { scorer, systems: nameSystems(scores) };
    yield '% \\usepackage{booktabs}\n';
    yield `% ${countWords(first.claims, 'claim')}\n`;
    for (const note of notesOf(scores, comparison, scorer, resampling)) yield `% ${note}\n`;
    yield* figures(page, comparison);
    yield* losses(page);
    for (const [at, breakdown] of first.breakdowns.entries()) yield* brokenDown(page, breakdown, at);
    for (const system of page.systems) {
      yield* confused(system);
      yield* calibrated(system);
    }
  },
};

interface Page {
  readonly scorer: ShownScorer;
  readonly systems: readonly System[];
}

/** Figures in rows, systems in columns, and at the end how the first two differ. */
function* figures({ scorer, systems }: Page, comparison: Comparison | undefined): Generator<string> {
  const names = systems.map(({ scores }) => `\\multicolumn{2}{l}{${name(scores.predictions)}}`);
  const differences = comparison === undefined ? [] : ['\\multicolumn{2}{l}{difference}', '$p$', '$p$'];
  yield* tabular(
    `l${'rl'.repeat(systems.length)}${comparison === undefined ? '' : 'rlrr'}`,
    [latexText(scorer.title), ...names, ...differences],
    scorer.figures.map(({ id, title }) => [
      latexText(title),
      ...systems.flatMap(({ scores }) => cellsOf(figureOf(scores.figures, id))),
      ...(comparison === undefined ? [] : differenceCells(comparison, id)),
    ]),
    comparison === undefined
      ? 'figures'
      : 'figures; the first p is by bootstrap, the second by randomisation',
  );
}

function differenceCells({ figures: all }: Comparison, id: string): string[] {
  const found = all.find((each) => each.id === id);
  return [
    number(differenceWords(found?.difference)),
    number(intervalWords(found?.interval)),
    number(probabilityWords(found?.bootstrapP ?? null)),
    number(probabilityWords(found?.randomisationP ?? null)),
  ];
}

function* losses({ scorer, systems }: Page): Generator<string> {
  const [headline] = scorer.figures;
  const bounds = systems[0]?.scores.bounds ?? [];
  if (headline === undefined || bounds.length === 0) return;
  const rows = [
    ['as predicted', ...systems.flatMap(({ scores }) => cellsOf(figureOf(scores.figures, headline.id)))],
    ...bounds.map(({ id, title }) => [
      latexText(title),
      ...systems.flatMap(({ scores }) => {
        const bound = scores.bounds.find((each) => each.id === id);
        return cellsOf(figureOf(bound?.figures ?? [], headline.id));
      }),
    ]),
  ];
  const names = systems.map(({ scores }) => `\\multicolumn{2}{l}{${name(scores.predictions)}}`);
  yield* tabular(
    `l${'rl'.repeat(systems.length)}`,
    [latexText(headline.title), ...names],
    rows,
    'where the loss is',
  );
}

function* brokenDown({ scorer, systems }: Page, breakdown: Breakdown, at: number): Generator<string> {
  const headline = scorer.figures[0]?.id ?? '';
  const names = systems.map(({ scores }) => `\\multicolumn{2}{l}{${name(scores.predictions)}}`);
  const { shown, more } = shownGroups(breakdown);
  yield* tabular(
    `lr${'rl'.repeat(systems.length)}`,
    [latexText(breakdown.title), 'claims', ...names],
    shown.map(({ name: group, claims }) => [
      name(group),
      formatNumber(claims),
      ...systems.flatMap(({ scores }) => {
        const found = scores.breakdowns[at]?.groups.find((each) => each.name === group);
        return cellsOf(figureOf(found?.figures ?? [], headline));
      }),
    ]),
    more > 0 ? `${countWords(more, 'smaller group')} left out` : 'the first figure by group',
  );
}

function* confused({ scores }: System): Generator<string> {
  const { gold, predicted, counts } = scores.confusion;
  if (!hasPredictedLabels(scores.confusion)) return;
  yield* tabular(
    `l${'r'.repeat(predicted.length)}r`,
    ['', ...predicted.map((label) => (label === null ? 'no label' : name(label))), 'claims'],
    gold.map((label, row) => {
      const given = counts[row] ?? [];
      const all = given.reduce((sum, count) => sum + count, 0);
      const cells = given.map((count) => `${formatNumber(count)} (${latexText(shareWords(count, all))})`);
      return [name(label), ...cells, formatNumber(all)];
    }),
    'gold labels in rows, predicted ones in columns',
  );
}

function* calibrated({ scores }: System): Generator<string> {
  const { calibration } = scores;
  if (calibration === undefined) return;
  yield* tabular(
    'lrl',
    ['', `\\multicolumn{2}{l}{${name(scores.predictions)}}`],
    calibration.figures.map((figure) => [
      latexText(calibrationFigures.find(({ id }) => id === figure.id)?.title ?? figure.id),
      ...cellsOf(figure),
    ]),
    'calibration of the predicted probabilities',
  );
}

function* tabular(
  columns: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  comment: string,
): Generator<string> {
  const line = (cells: readonly string[]): string => `  ${cells.join(' & ').trimEnd()} \\\\\n`;
  yield `\n% ${comment}\n\\begin{tabular}{${columns}}\n  \\toprule\n${line(heads)}  \\midrule\n`;
  yield* rows.map(line);
  yield '  \\bottomrule\n\\end{tabular}\n';
}

/** The two cells of a figure: value and interval. */
function cellsOf(figure: FigureValue | undefined): string[] {
  return [number(figureWords(figure?.value)), number(intervalWords(figure?.interval))];
}

/** Our own number words with the signs that LaTeX has. */
function number(words: string): string {
  return words
    .replaceAll(undefinedMark, '--')
    .replaceAll(/-(?=\d)/g, '$-$')
    .replaceAll('<', '$<$');
}

function name(text: string): string {
  return latexText(cutText(text, maxNameChars));
}
