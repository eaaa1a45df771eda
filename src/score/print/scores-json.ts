import type { Resampling } from '../../stats/resampling/resampling.ts';
import type { ScoreSettings } from '../score-settings.ts';
import type { Comparison, Scores, WorstClaim } from '../scores.ts';
import type { ShownScorer } from './score-printer.ts';

/** Raised when a property changes its meaning or goes. */
const formatVersion = 1;

/**
 * Scores as an object for other programs, its keys in one order whatever order they were made in. Figures are whole doubles.
 *
 * @param scorer that of the run
 */
export function scoresJson(
  scores: readonly Scores[],
  comparison: Comparison | undefined,
  scorer: ShownScorer,
  resampling: Resampling | undefined,
) {
  const { id, title, url, figures } = scorer;
  return {
    version: formatVersion,
    scorer: {
      id,
      title,
      url,
      figures: figures.map((figure) => ({
        id: figure.id,
        title: figure.title,
        about: figure.about,
        isError: figure.isError ?? false,
      })),
    },
    ...(resampling !== undefined && {
      resampling: {
        confidence: resampling.confidence,
        resamples: resampling.resamples,
        seed: resampling.seed,
      },
    }),
    systems: scores.map(systemJson),
    ...(comparison !== undefined && { comparison: comparisonJson(comparison) }),
  };
}

function systemJson({
  predictions,
  settings,
  claims,
  join,
  nearMisses,
  figures,
  bounds,
  confusion,
  calibration,
  breakdowns,
  worst,
}: Scores) {
  return {
    predictions,
    ...(settings !== undefined && { settings: settingsJson(settings) }),
    claims,
    join: {
      by: join.by,
      missing: join.missing,
      extra: join.extra,
      repeatedGold: join.repeatedGold,
      repeatedPredictions: join.repeatedPredictions,
      withoutId: join.withoutId,
      unscored: join.unscored,
    },
    nearMisses,
    figures: figures.map(figureJson),
    bounds: bounds.map(({ id, title, figures: values }) => ({ id, title, figures: values.map(figureJson) })),
    confusion: { gold: confusion.gold, predicted: confusion.predicted, counts: confusion.counts },
    ...(calibration !== undefined && {
      calibration: {
        claims: calibration.claims,
        figures: calibration.figures.map(figureJson),
        bins: calibration.bins.map((bin) => ({
          above: bin.above,
          upTo: bin.upTo,
          claims: bin.claims,
          confidence: bin.confidence,
          accuracy: bin.accuracy,
        })),
      },
    }),
    breakdowns: breakdowns.map(({ id, title, groups }) => ({
      id,
      title,
      groups: groups.map(({ name, claims: count, figures: values }) => ({
        name,
        claims: count,
        figures: values.map(figureJson),
      })),
    })),
    worst: worst.map(worstJson),
  };
}

function settingsJson({ official, lenient, maxEvidence, maxCells, missing }: ScoreSettings) {
  return {
    ...(official !== undefined && { official }),
    ...(lenient !== undefined && { lenient }),
    ...(maxEvidence !== undefined && { maxEvidence }),
    ...(maxCells !== undefined && { maxCells }),
    ...(missing !== undefined && { missing }),
  };
}

function figureJson({ id, value, interval }: Scores['figures'][number]) {
  return {
    id,
    value,
    ...(interval !== undefined && { interval: { low: interval.low, high: interval.high } }),
  };
}

function worstJson(worst: WorstClaim) {
  const { id, claim, gold, predicted, probability, fault, goldEvidence, predictedEvidence } = worst;
  return {
    ...(id !== undefined && { id }),
    ...(claim !== undefined && { claim }),
    gold,
    ...(predicted !== undefined && { predicted }),
    ...(probability !== undefined && { probability }),
    fault,
    goldEvidence,
    predictedEvidence,
  };
}

function comparisonJson({ figures, wins }: Comparison) {
  return {
    figures: figures.map(({ id, first, second, difference, interval, bootstrapP, randomisationP }) => ({
      id,
      first,
      second,
      difference,
      ...(interval !== undefined && { interval: { low: interval.low, high: interval.high } }),
      bootstrapP,
      randomisationP,
    })),
    wins: { first: wins.first, second: wins.second, ties: wins.ties },
  };
}
