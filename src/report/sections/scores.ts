import { sum } from '../../stats/sum.ts';
import { plural } from '../../text/plural.ts';
import type { Block, Cell, DataTable } from '../block.ts';
import { intervalChart } from '../chart/intervals.ts';
import { matrixChart } from '../chart/matrix.ts';
import { countWords, decimalWords, rangeWords } from '../number-words.ts';
import type { GivenFigure, GivenScores, GivenSystem } from '../report-input.ts';
import { defineSection } from '../section.ts';

/** What systems reached on the dataset. */
interface ScoresData {
  readonly scores: readonly GivenScores[];
}

/** Of so many systems confusion matrices are drawn; of more they are tables to open. */
const maxDrawn = 3;
const noPrediction = 'no label';

/** The figures of systems with their intervals, as `claimset score` counted them. Nothing is scored here. */
export const scores = defineSection<ScoresData>({
  id: 'scores',
  title: 'Scores of systems',
  measure: ({ scores: given }) =>
    given.length === 0
      ? {
          missing:
            'No scores were given. Keep what `claimset score --json` prints in a file and name it: `claimset report --scores scores.json`.',
        }
      : { scores: given },
  headline: ({ scores: given }) => given.map(headlineOf).join('; '),
  *blocks(data) {
    for (const given of data.scores) yield* blocksOf(given);
  },
});

function headlineOf({ title, systems, figures: [headline] }: GivenScores): string {
  const [only] = systems;
  return systems.length !== 1 || only === undefined || headline === undefined
    ? `${title}: ${countWords(systems.length)} ${plural('system', systems.length)}`
    : `${headline.title} ${valueWords(figureOf(only, headline.id))}, ${only.name}`;
}

function* blocksOf(given: GivenScores): Generator<Block> {
  const { title, systems, figures, resampling } = given;
  yield { kind: 'heading', text: systems.length === 1 ? `${title}: ${systems[0]?.name ?? ''}` : title };
  if (systems.length === 1) yield* figuresOfOne(given);
  else yield* figuresOfMany(given);
  yield {
    kind: 'paragraph',
    text:
      resampling === null
        ? 'The scores came without intervals: how far chance moves them is not known.'
        : `Intervals hold ${decimalWords(resampling.confidence * 100, 0)} % of ${countWords(resampling.resamples)} resamples of the claims (seed ${resampling.seed}).`,
  };
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: `What the figures of ${title} are`,
      columns: [{ name: 'figure' }, { name: 'what it counts' }],
      rows: figures.map((figure) => [
        figure.title,
        figure.isError ? `${figure.about} Less is better.` : figure.about,
      ]),
    },
  };
  for (const system of systems) yield* confusionOf(system, systems.length <= maxDrawn);
  for (const system of systems) yield* breakdownsOf(system, given);
}

function* figuresOfOne({ systems, figures, title }: GivenScores): Generator<Block> {
  for (const system of systems) {
    const rows = figures.map((figure) => ({ ...figure, ...figureOf(system, figure.id) }));
    const [headline] = rows;
    if (headline !== undefined) {
      yield intervalChart({
        name: `${headline.title} of ${system.name}: ${valueWords(headline)}, of ${countWords(system.claims)} claims.`,
        caption: `${title}: figures of ${system.name}`,
        rowName: 'figure',
        valueName: 'value',
        rows: rows
          .filter(isShare)
          .map((row) => ({ name: row.title, value: row.value, interval: row.interval ?? null })),
        domain: [0, 1],
        digits: 4,
      });
    }
    const others = rows.filter((row) => !isShare(row));
    if (others.length === 0) continue;
    yield {
      kind: 'table',
      table: {
        caption: `${title}: figures of ${system.name} that are no shares`,
        columns: [{ name: 'figure' }, ...valueColumns],
        rows: others.map((row) => [row.title, ...valueCells(row)]),
      },
    };
  }
}

function* figuresOfMany({ systems, figures, title }: GivenScores): Generator<Block> {
  const [headline] = figures;
  if (headline === undefined) return;
  const rows = systems.map((system) => ({ name: system.name, ...figureOf(system, headline.id) }));
  yield intervalChart({
    name: `${headline.title} of ${countWords(systems.length)} systems${headline.isError ? '; less is better' : ''}.`,
    caption: `${title}: ${headline.title}`,
    rowName: 'system',
    valueName: headline.title,
    rows: rows.map(({ name, value, interval }) => ({ name, value, interval: interval ?? null })),
    ...(rows.every(isShare) && { domain: [0, 1] as const }),
    digits: 4,
  });
  yield {
    kind: 'table',
    table: {
      caption: `${title}: all figures`,
      columns: [
        { name: 'system' },
        { name: 'claims', isNumber: true },
        ...figures.map((figure) => ({ name: figure.title, isNumber: true, digits: 4 })),
      ],
      rows: systems.map((system) => [
        system.name,
        system.claims,
        ...figures.map(({ id }) => figureOf(system, id).value),
      ]),
    },
  };
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: `${title}: all figures with their intervals`,
      columns: [{ name: 'system' }, { name: 'figure' }, ...valueColumns],
      rows: systems.flatMap((system) =>
        figures.map((figure) => [system.name, figure.title, ...valueCells(figureOf(system, figure.id))]),
      ),
    },
  };
}

const valueColumns = [
  { name: 'value', isNumber: true, digits: 4 },
  { name: 'from', isNumber: true, digits: 4 },
  { name: 'to', isNumber: true, digits: 4 },
];

function* confusionOf({ name, confusion }: GivenSystem, isDrawn: boolean): Generator<Block> {
  const { gold, predicted, counts } = confusion;
  if (gold.length === 0 || predicted.length === 0) return;
  const all = sum(counts.map(sum));
  const right = sum(gold.map((label, at) => counts[at]?.[predicted.indexOf(label)] ?? 0));
  const chart = matrixChart({
    name: `${name} gives ${countWords(right)} of ${countWords(all)} claims the label that they have.`,
    caption: `Claims by gold label and by the label that ${name} predicts`,
    rowName: 'gold',
    columnName: 'predicted',
    rows: gold,
    columns: predicted.map((label) => label ?? noPrediction),
    counts,
  });
  yield isDrawn ? chart : { kind: 'table', isFolded: true, table: chart.table };
}

function* breakdownsOf(system: GivenSystem, { figures }: GivenScores): Generator<Block> {
  for (const { title, groups } of system.breakdowns) {
    if (groups.length === 0) continue;
    const table: DataTable = {
      caption: `${system.name}, ${title}`,
      columns: [
        { name: title },
        { name: 'claims', isNumber: true },
        ...figures.map((figure) => ({ name: figure.title, isNumber: true, digits: 4 })),
      ],
      rows: groups.map((group) => [
        group.name,
        group.claims,
        ...figures.map(({ id }) => group.figures.find((figure) => figure.id === id)?.value ?? null),
      ]),
    };
    yield { kind: 'table', isFolded: true, table };
  }
}

function figureOf({ figures }: GivenSystem, id: string): GivenFigure {
  return figures.find((figure) => figure.id === id) ?? { id, value: null };
}

/** Whether a figure has a place on an axis from 0 to 1; one that is not defined keeps its row there. */
function isShare({ value }: GivenFigure): boolean {
  return value === null || (value >= 0 && value <= 1);
}

function valueWords({ value, interval }: GivenFigure): string {
  return `${decimalWords(value, 4)}${interval === undefined ? '' : ` (${rangeWords(interval, 4)})`}`;
}

function valueCells({ value, interval }: GivenFigure): Cell[] {
  return [value, interval?.low ?? null, interval?.high ?? null];
}
