import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { undefinedMark } from '../../stats/figure-words.ts';
import type { Resampling } from '../../stats/resampling/resampling.ts';
import { maxCalibrated } from '../calibration/calibration.ts';
import { type ScoreSettings, settingWords } from '../score-settings.ts';
import type { Breakdown, Comparison, FigureValue, Scores } from '../scores.ts';
import type { ShownScorer } from './score-printer.ts';
import { nameSystems } from './systems.ts';

/** What must be known to read the figures, one sentence each. Nothing in it comes from the data. */
export function* notesOf(
  scores: readonly Scores[],
  comparison: Comparison | undefined,
  scorer: ShownScorer,
  resampling: Resampling | undefined,
): Generator<string> {
  const settings = scores[0]?.settings;
  if (settings !== undefined) yield settingsNote(settings);
  const figures = scores.flatMap(allFigures);
  if ([...figures, ...(comparison?.figures ?? [])].some(({ interval }) => interval !== undefined))
    yield intervalNote(resampling);
  if (resampling !== undefined) yield* noIntervalNotes(scores);
  yield* emptyNotes(scores, scorer);
  if (figures.some(({ value }) => value === null)) {
    yield scores.every(({ claims }) => claims === 0)
      ? `Not defined (${undefinedMark}): no claim was scored.`
      : `Not defined (${undefinedMark}): there is no claim that the figure counts.`;
  }
  if (comparison !== undefined) {
    yield 'p by bootstrap: paired bootstrap over claims. p by randomisation: the two outcomes of each claim swapped at random. Both two-sided.';
  }
  const leavesOut = settings?.missing === 'skip' || settings?.official === true;
  for (const { letter, scores: each } of nameSystems(scores)) {
    const whose = scores.length > 1 ? `${letter}: ` : '';
    const { missing, extra, repeatedGold, repeatedPredictions, withoutId, unscored } = each.join;
    const counts: readonly (readonly [count: number, noun: string, rest: string])[] = [
      [missing, 'gold claim', `without a prediction, ${leavesOut ? 'left out' : 'counted as wrong'}`],
      [extra, 'prediction', 'for no gold claim'],
      [repeatedGold, 'gold record', 'with an id that stood before'],
      [repeatedPredictions, 'prediction', 'with an id that stood before'],
      [withoutId, 'record', 'without an id'],
      [unscored, 'gold record', 'left out, having no right answer'],
    ];
    const told = counts
      .filter(([count]) => count > 0)
      .map(([count, noun, rest]) => `${countWords(count, noun)} ${rest}`);
    if (told.length > 0) yield `${whose}${told.join('; ')}.`;
    if (each.nearMisses > 0) {
      const verb = each.nearMisses === 1 ? 'scores' : 'score';
      yield `${whose}At least ${countWords(each.nearMisses, 'claim')} ${verb} less only for the spelling of labels or titles: see --lenient.`;
    }
  }
}

function settingsNote(settings: ScoreSettings): string {
  const { lenient, maxEvidence, maxCells } = settings;
  const isOther = lenient ?? maxEvidence ?? maxCells;
  return `Scored with ${settingWords(settings)}${isOther === undefined ? '' : ': not by the rules of the shared task'}.`;
}

/** Where a figure looks better than it is. */
function* emptyNotes(scores: readonly Scores[], { figures }: ShownScorer): Generator<string> {
  for (const { id, title, emptyIsOne } of figures) {
    if (emptyIsOne === undefined) continue;
    const values = scores.flatMap((each) => [...each.figures, ...each.breakdowns.flatMap(figuresOfGroups)]);
    if (values.some((figure) => figure.id === id && figure.value === 1))
      yield `By convention of the official code ${title} is 1 ${emptyIsOne}.`;
  }
}

function figuresOfGroups({ groups }: Breakdown): readonly FigureValue[] {
  return groups.flatMap(({ figures }) => figures);
}

/** Why a figure has no interval although one was asked for. */
function* noIntervalNotes(scores: readonly Scores[]): Generator<string> {
  const shown = scores.flatMap(({ figures, breakdowns }) => [
    ...figures,
    ...breakdowns.flatMap(({ groups }) => groups.flatMap((group) => group.figures.slice(0, 1))),
  ]);
  if (shown.some(({ value, interval }) => value !== null && interval === undefined))
    yield 'No interval: the same in all resamples, or defined in fewer than half of them.';
  if (scores.some(({ calibration }) => calibration !== undefined && calibration.claims > maxCalibrated))
    yield `No intervals for calibration: there are more than ${formatNumber(maxCalibrated)} claims.`;
}

function allFigures({ figures, breakdowns, bounds }: Scores): Scores['figures'] {
  const groups = breakdowns.flatMap((breakdown) => breakdown.groups);
  return [...figures, ...[...groups, ...bounds].flatMap((each) => each.figures)];
}

function intervalNote(resampling: Resampling | undefined): string {
  if (resampling === undefined) return '[low, high]: confidence interval, by bootstrap over claims.';
  const { confidence, resamples, seed } = resampling;
  // 0.95 * 100 has no digits too many, 0.999 * 100 has.
  const percentage = Number((confidence * 100).toPrecision(6));
  return `[low, high]: ${percentage} % confidence interval, percentile bootstrap over claims, ${formatNumber(resamples)} resamples, seed ${seed}.`;
}
