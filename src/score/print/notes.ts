import { countWords, formatNumber } from '../../reporters/count-words.ts';
import type { Resampling } from '../resampling.ts';
import type { Comparison, Scores } from '../scores.ts';
import { undefinedMark } from './figure-words.ts';
import { nameSystems } from './systems.ts';

/** What must be known to read the figures, one sentence each. Nothing in it comes from the data. */
export function* notesOf(
  scores: readonly Scores[],
  comparison: Comparison | undefined,
  resampling: Resampling | undefined,
): Generator<string> {
  const figures = scores.flatMap(allFigures);
  if ([...figures, ...(comparison?.figures ?? [])].some(({ interval }) => interval !== undefined))
    yield intervalNote(resampling);
  if (figures.some(({ value }) => value === null)) {
    yield scores.every(({ claims }) => claims === 0)
      ? `${undefinedMark} is not defined: no claim was scored.`
      : `${undefinedMark} is not defined: there is no claim that the figure counts.`;
  }
  if (comparison !== undefined) {
    yield 'p by bootstrap: paired bootstrap over claims. p by swapping: approximate randomisation, the two outcomes of each claim swapped at random. Both two-sided.';
  }
  for (const { letter, scores: each } of nameSystems(scores)) {
    const whose = scores.length > 1 ? `${letter}: ` : '';
    const { missing, extra, repeatedGold, repeatedPredictions, withoutId, unscored } = each.join;
    const counts: readonly (readonly [count: number, noun: string, rest: string])[] = [
      [missing, 'gold claim', 'without a prediction'],
      [extra, 'prediction', 'for no gold claim'],
      [repeatedGold, 'gold record', 'with an id that stood before'],
      [repeatedPredictions, 'prediction', 'with an id that stood before'],
      [withoutId, 'record', 'without an id'],
      [unscored, 'gold record', 'left out for want of a right answer'],
    ];
    const told = counts
      .filter(([count]) => count > 0)
      .map(([count, noun, rest]) => `${countWords(count, noun)} ${rest}`);
    if (told.length > 0) yield `${whose}${told.join(', ')}.`;
    if (each.nearMisses > 0) {
      const verb = each.nearMisses === 1 ? 'scores' : 'score';
      yield `${whose}At least ${countWords(each.nearMisses, 'claim')} ${verb} less only for the spelling of labels or titles: see --lenient.`;
    }
  }
}

function allFigures({ figures, breakdowns, bounds }: Scores): Scores['figures'] {
  const groups = breakdowns.flatMap((breakdown) => breakdown.groups);
  return [...figures, ...[...groups, ...bounds].flatMap((each) => each.figures)];
}

function intervalNote(resampling: Resampling | undefined): string {
  if (resampling === undefined) return '[low, high] is a confidence interval, by bootstrap over claims.';
  const { confidence, resamples, seed } = resampling;
  // 0.95 * 100 has no digits too many, 0.999 * 100 has.
  const percentage = Number((confidence * 100).toPrecision(6));
  return `[low, high] is the ${percentage} % confidence interval: percentile bootstrap over claims, ${formatNumber(resamples)} resamples, seed ${seed}.`;
}
