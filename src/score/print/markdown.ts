import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { markdownCell } from '../../reporters/markdown-cell.ts';
import { markdownCode } from '../../reporters/markdown-code.ts';
import {
  differenceWords,
  figureWords,
  intervalWords,
  probabilityWords,
  shareWords,
} from '../../stats/figure-words.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import { calibrationFigures } from '../calibration/calibration.ts';
import type { Breakdown, Comparison, FigureValue, WorstClaim } from '../scores.ts';
import { figureOf } from './figure-of.ts';
import { notesOf } from './notes.ts';
import type { PrintOptions, ScorePrinter, ShownScorer } from './score-printer.ts';
import { nothingWords, saysNothing, shownGroups } from './shown-groups.ts';
import { hasPredictedLabels } from './shown-labels.ts';
import { nameSystems, type System } from './systems.ts';

/** By this line a workflow finds its earlier comment. */
const marker = '<!-- claimset score -->';

const maxNameChars = 100;
const maxClaimChars = 300;
const maxTextChars = 300;
/** Worst claims, and ids and sets of a claim, that a comment holds. */
const maxWorst = 20;
const maxSets = 3;
const maxIds = 6;

export const markdown: ScorePrinter = {
  id: 'markdown',
  title: 'for a comment on a pull request',
  *print(scores, comparison, scorer, options) {
    const [first] = scores;
    if (first === undefined) return;
    const page: Page = { ...options, scorer, systems: nameSystems(scores) };
    yield `${marker}\n`;
    yield* heading(page);
    yield figures(page);
    if (comparison !== undefined) yield compared(page, comparison);
    yield losses(page);
    for (const [at, breakdown] of first.breakdowns.entries()) yield brokenDown(page, breakdown, at);
    for (const system of page.systems) yield confused(page, system) + calibrated(page, system);
    for (const system of page.systems) yield worstOf(page, system);
    for (const note of notesOf(scores, comparison, scorer, options.resampling))
      yield `\n- ${escapeNote(note)}`;
    yield '\n';
  },
};

interface Page extends PrintOptions {
  readonly scorer: ShownScorer;
  readonly systems: readonly System[];
}

function* heading({ systems, scorer }: Page): Generator<string> {
  const items = systems.map(({ letter, scores }) => {
    const joined = `${countWords(scores.claims, 'claim')}, joined by ${scores.join.by}`;
    const whose = systems.length > 1 ? `- ${letter}: ` : '';
    return `${whose}${markdownCode(scores.predictions, maxNameChars)}, ${joined}`;
  });
  yield `## ${scorer.title} score\n\n${items.join('\n')}\n`;
}

/** A table under a heading, folded away but for the main ones. */
function block(title: string, content: string, isFolded = true): string {
  return isFolded
    ? `\n<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>\n`
    : `\n${title === '' ? '' : `### ${title}\n\n`}${content}\n`;
}

function figures({ systems, scorer }: Page): string {
  const rows = scorer.figures.map(({ id, title }) => [
    titleWords(title),
    ...systems.flatMap(({ scores }) => {
      const figure = figureOf(scores.figures, id);
      return [figureWords(figure?.value), intervalWords(figure?.interval)];
    }),
  ]);
  const heads = systems.flatMap(({ letter }) => [systems.length > 1 ? letter : 'value', 'interval']);
  return block('', markdownTable(['', ...heads], rows), false);
}

function compared({ systems, scorer }: Page, { figures: differences, wins }: Comparison): string {
  const [first, second] = systems;
  if (first === undefined || second === undefined) return '';
  const rows = differences.map(({ id, difference, interval, bootstrapP, randomisationP }) => [
    titleWords(scorer.figures.find((figure) => figure.id === id)?.title ?? id),
    differenceWords(difference),
    intervalWords(interval),
    escapeNote(probabilityWords(bootstrapP)),
    escapeNote(probabilityWords(randomisationP)),
  ]);
  const heads = ['', 'difference', 'interval', 'p by bootstrap', 'p by randomisation'];
  const words = `By ${titleWords(scorer.figures[0]?.title ?? '')}, ${first.letter} is better on ${countWords(wins.first, 'claim')}, ${second.letter} on ${formatNumber(wins.second)}; on ${formatNumber(wins.ties)} they are equal.`;
  return block(
    `Difference: ${second.letter} less ${first.letter}`,
    `${markdownTable(heads, rows)}\n\n${words}`,
    false,
  );
}

function losses({ systems, scorer }: Page): string {
  const [headline] = scorer.figures;
  const bounds = systems[0]?.scores.bounds ?? [];
  if (headline === undefined || bounds.length === 0) return '';
  const headlineOf = (values: readonly FigureValue[]): number | null =>
    figureOf(values, headline.id)?.value ?? null;
  const rows = bounds.map(({ id, title }) => [
    titleWords(title),
    ...systems.flatMap(({ scores }) => {
      const bound = headlineOf(scores.bounds.find((each) => each.id === id)?.figures ?? []);
      const own = headlineOf(scores.figures);
      return [figureWords(bound), differenceWords(bound === null || own === null ? null : bound - own)];
    }),
  ]);
  const own = [
    'as predicted',
    ...systems.flatMap(({ scores }) => [figureWords(headlineOf(scores.figures)), '']),
  ];
  const heads = systems.flatMap(({ letter }) => [
    systems.length > 1 ? letter : titleWords(headline.title),
    'gain',
  ]);
  return block(
    `Where the loss is: ${titleWords(headline.title)}`,
    markdownTable(['', ...heads], [own, ...rows]),
    false,
  );
}

function brokenDown({ systems, scorer }: Page, breakdown: Breakdown, at: number): string {
  const { shown, more } = shownGroups(breakdown);
  const headline = scorer.figures[0]?.id ?? '';
  const isSingle = systems.length === 1;
  const heads = isSingle
    ? scorer.figures.map(({ title }) => titleWords(title))
    : systems.map(({ letter }) => letter);
  const rows = shown.map(({ name, claims, figures: values }) => [
    markdownCell(name, maxNameChars),
    formatNumber(claims),
    ...(isSingle
      ? scorer.figures.map(({ id }, which) => cellOf(figureOf(values, id), which === 0))
      : systems.map(({ scores }) => {
          const group = scores.breakdowns[at]?.groups.find((each) => each.name === name);
          return cellOf(figureOf(group?.figures ?? [], headline), true);
        })),
  ]);
  const left = more === 0 ? '' : `\n\n${countWords(more, 'smaller group')} more.`;
  const content = saysNothing(breakdown)
    ? nothingWords
    : `${markdownTable(['', 'claims', ...heads], rows)}${left}`;
  return block(`By ${titleWords(breakdown.title)}`, content);
}

function cellOf(figure: FigureValue | undefined, hasInterval: boolean): string {
  return `${figureWords(figure?.value)} ${hasInterval ? intervalWords(figure?.interval) : ''}`.trimEnd();
}

function confused({ systems }: Page, { letter, scores }: System): string {
  const { gold, predicted, counts } = scores.confusion;
  if (!hasPredictedLabels(scores.confusion)) return '';
  const heads = predicted.map((label) => (label === null ? 'no label' : markdownCell(label, maxNameChars)));
  const rows = gold.map((label, row) => {
    const given = counts[row] ?? [];
    const all = given.reduce((sum, count) => sum + count, 0);
    return [
      markdownCell(label, maxNameChars),
      ...given.map((count) => `${formatNumber(count)} (${escapeNote(shareWords(count, all))})`),
      formatNumber(all),
    ];
  });
  const whose = systems.length > 1 ? `: ${letter}` : '';
  return block(
    `Labels: gold in rows, predicted in columns${whose}`,
    markdownTable(['', ...heads, 'claims'], rows),
  );
}

function calibrated({ systems }: Page, { letter, scores }: System): string {
  const { calibration } = scores;
  if (calibration === undefined) return '';
  const values = calibration.figures.map((figure) => [
    calibrationFigures.find(({ id }) => id === figure.id)?.title ?? figure.id,
    cellOf(figure, true),
  ]);
  const bins = calibration.bins
    .filter(({ claims }) => claims > 0)
    .map(({ above, upTo, claims, confidence, accuracy }) => [
      `${above.toFixed(2)} to ${upTo.toFixed(2)}`,
      formatNumber(claims),
      figureWords(confidence),
      figureWords(accuracy),
      differenceWords(confidence === null || accuracy === null ? null : accuracy - confidence),
    ]);
  const heads = ['probability', 'claims', 'mean probability', 'share right', 'right less probability'];
  const whose = systems.length > 1 ? `: ${letter}` : '';
  const content = [
    `${countWords(calibration.claims, 'claim')} with a probability.`,
    markdownTable(['', 'value'], values),
    markdownTable(heads, bins),
  ];
  return block(`Calibration of the predicted probabilities${whose}`, content.join('\n\n'));
}

function worstOf(page: Page, { letter, scores }: System): string {
  if (scores.worst.length === 0) return '';
  const shown = scores.worst.slice(0, maxWorst).map((claim, at) => worstItem(page, claim, at + 1));
  const more = scores.worst.length - shown.length;
  const left = more > 0 ? [`${formatNumber(more)} more.`] : [];
  const whose = page.systems.length > 1 ? `: ${letter}` : '';
  return block(`Worst claims${whose}`, [...shown, ...left].join('\n'));
}

function worstItem(page: Page, worst: WorstClaim, position: number): string {
  const { id, claim, fault, gold, predicted, probability, goldEvidence, predictedEvidence } = worst;
  const name = id === undefined ? '' : `${markdownCode(id, maxNameChars)}: `;
  const sure = probability === undefined ? '' : ` with probability ${probability.toFixed(2)}`;
  const given = predicted === undefined ? 'nothing' : code(predicted);
  const found = new Set(predictedEvidence);
  const wanted = new Set(goldEvidence.flat());
  const others = [...found].filter((each) => !wanted.has(each));
  const number = `${position}. `;
  const indent = ' '.repeat(number.length);
  const head = [
    `${name}**${fault}**`,
    ...(claim === undefined ? [] : [markdownCode(claim, maxClaimChars)]),
    ...(gold === '' && predicted === undefined ? [] : [`gold ${code(gold)}, predicted ${given}${sure}`]),
  ];
  const lines = [
    `${number}${head.join('<br>')}`,
    ...goldEvidence.slice(0, maxSets).map((set, at) => {
      const items = set.slice(0, maxIds).map((each) => idItem(page, each, found.has(each) ? ' (found)' : ''));
      return `${indent}- ${at === 0 ? 'gold evidence' : 'or'}: ${[...items, ...moreOf(set.length)].join(', ')}`;
    }),
    ...(goldEvidence.length > maxSets
      ? [`${indent}- or ${countWords(goldEvidence.length - maxSets, 'more set')}`]
      : []),
    ...(others.length === 0
      ? []
      : [
          `${indent}- ${found.size > others.length ? 'also predicted' : 'predicted evidence'}: ${[
            ...others.slice(0, maxIds).map((each) => idItem(page, each, '')),
            ...moreOf(others.length),
          ].join(', ')}`,
        ]),
  ];
  return lines.join('\n');
}

function idItem({ evidenceText }: Page, id: string, mark: string): string {
  const known = evidenceText?.(id);
  const text = known === undefined ? '' : ` ${markdownCode(known, maxTextChars)}`;
  return `${code(id)}${mark}${text}`;
}

function moreOf(length: number): string[] {
  return length > maxIds ? [`${formatNumber(length - maxIds)} more`] : [];
}

function code(text: string): string {
  return markdownCode(text, maxNameChars);
}

/** A title of a figure, which may have the name of a class in it, and so whatever the data call one. */
function titleWords(title: string): string {
  return /^\w[\w +@-]*$/.test(title) ? title : markdownCell(title, maxNameChars);
}

/** What begins HTML in sentences of our own. */
function escapeNote(words: string): string {
  return words.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
