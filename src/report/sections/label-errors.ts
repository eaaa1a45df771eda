import type { CartographyPoint, MeasuredCartography } from '../../stats/claim-only/cartography-figures.ts';
import type { LabelErrorCandidate } from '../../stats/claim-only/label-error-figures.ts';
import { measureCartography } from '../../stats/claim-only/measure-cartography.ts';
import { measureLabelErrors } from '../../stats/claim-only/measure-label-errors.ts';
import { plural } from '../../text/plural.ts';
import type { Block, DataTable } from '../block.ts';
import { scatterChart } from '../chart/scatter.ts';
import {
  claimOnlyFigures,
  claimOnlyOptions,
  claimOnlyValidation,
  claimsOf,
  isGuessable,
} from '../claim-only-validation.ts';
import { countWords, decimalWords } from '../number-words.ts';
import { defineSection } from '../section.ts';

/** Labels to look at again. */
interface LabelErrorsData {
  /** Claims that were looked at. */
  readonly claims: number;
  /** Whether classifiers guess labels better than by always saying the commonest; if not, their doubts are little more than chance. */
  readonly isGuessable: boolean;
  /** Claims that look like another label to a classifier that did not learn them. */
  readonly contradicted: number;
  /** Those of them that one which did learn them never came to believe. */
  readonly candidates: number;
  /** The first of them, the likeliest to be wrong first. */
  readonly listed: readonly LabelErrorCandidate[];
  readonly map: Omit<MeasuredCartography, 'points'>;
  /** Claims on the map, of many claims evenly spread ones. */
  readonly points: readonly CartographyPoint[];
}

const maxListed = 20;
/** More points than these nobody tells apart, and each makes the page larger. */
const maxPoints = 1500;
/** Variability of a probability is at most a half. */
const maxVariability = 0.5;

/** Claims whose label is likely wrong, and the map of how hard claims are to learn. */
export const labelErrors = defineSection<LabelErrorsData>({
  id: 'label-errors',
  title: 'Labels to look at again',
  measure: (input) => {
    const [claims, options, validated] = [
      claimsOf(input),
      claimOnlyOptions(input),
      claimOnlyValidation(input),
    ];
    const map = measureCartography(claims, options, validated.labelled);
    const errors = measureLabelErrors(claims, options, validated, map);
    if (map.measured === null) return { missing: map.reason };
    if (errors.measured === null) return { missing: errors.reason };
    const { points, ...figures } = map.measured;
    const { measured: guesses } = claimOnlyFigures(input);
    const step = Math.max(1, Math.ceil(points.length / maxPoints));
    return {
      claims: errors.measured.claims,
      isGuessable: guesses !== null && isGuessable(guesses),
      contradicted: errors.measured.contradicted,
      candidates: errors.measured.candidates.length,
      listed: errors.measured.candidates.slice(0, maxListed),
      map: figures,
      points: points.filter((_, at) => at % step === 0),
    };
  },
  headline: ({ candidates, claims, isGuessable: guessable }) =>
    `${countWords(candidates)} of ${countWords(claims)} ${plural('claim', claims)}${guessable || candidates === 0 ? '' : ', on doubts that are little more than chance'}`,
  *blocks(data) {
    yield {
      kind: 'paragraph',
      text: 'A classifier that sees only the words of claims cannot know what is true. Where it disagrees with a label all the same, and keeps to that while it learns the very claim, the label is worth a second look.',
    };
    if (!data.isGuessable)
      yield {
        kind: 'note',
        text: 'On these claims it guesses no better than somebody who always says the commonest label: what it doubts is little more than chance.',
      };
    yield* onCandidates(data);
    yield {
      kind: 'paragraph',
      text: 'On the map each claim stands where its label’s probability was while a classifier learned it: confidence is the mean over the passes, variability the standard deviation.',
    };
    yield mapOf(data);
  },
});

function* onCandidates({ claims, contradicted, candidates, listed }: LabelErrorsData): Generator<Block> {
  yield {
    kind: 'paragraph',
    text: `${countWords(contradicted)} of ${countWords(claims)} ${plural('claim', claims)} look like another label to a classifier that did not learn them. ${candidates === 0 ? 'None of them is hard to learn: there is nothing to look at first.' : `${countWords(candidates)} of them are hard to learn, too: these come first.`}`,
  };
  if (listed.length === 0) return;
  yield {
    kind: 'claims',
    caption:
      candidates > listed.length
        ? `The first ${countWords(listed.length)} of ${countWords(candidates)} labels to look at again`
        : 'Labels to look at again',
    claims: listed.map(({ id, claim, given, suggested, probabilityOfGiven, probabilityOfSuggested }) => ({
      id,
      claim,
      label: given,
      remark: `looks like ${suggested}: p ${decimalWords(probabilityOfSuggested, 2)}, of ${given} ${decimalWords(probabilityOfGiven, 2)}`,
    })),
  };
}

function mapOf({ map, points, claims }: LabelErrorsData): Block {
  const { regions, thresholds, epochs } = map;
  const groups = regions[0]?.byLabel.map(({ label }) => label) ?? [];
  const countOf = (region: string): number => regions.find((own) => own.region === region)?.claims ?? 0;
  const table: DataTable = {
    caption: `Claims by how they are learned in ${countWords(epochs)} passes: of variabilities below ${decimalWords(thresholds.ambiguousFrom, 2)} easy from a confidence of ${decimalWords(thresholds.easyFrom, 2)} on, hard below ${decimalWords(thresholds.hardBelow, 2)}; all others ambiguous`,
    columns: [
      { name: 'region' },
      { name: 'claims', isNumber: true },
      ...groups.map((name) => ({ name, isNumber: true })),
    ],
    rows: regions.map(({ region, claims: all, byLabel }) => [
      region,
      all,
      ...byLabel.map(({ claims: count }) => count),
    ]),
  };
  const { ambiguousFrom, easyFrom, hardBelow } = thresholds;
  const widest = points.reduce((most, { variability }) => Math.max(most, variability), ambiguousFrom * 1.5);
  const end = Math.min(maxVariability, Math.ceil(widest * 20) / 20);
  const drawn =
    points.length < claims ? ` Drawn are ${countWords(points.length)} of ${countWords(claims)} claims.` : '';
  return scatterChart({
    name: `${countWords(countOf('easy'))} claims are easy to learn, ${countWords(countOf('ambiguous'))} ambiguous, and ${countWords(countOf('hard'))} hard${countOf('hard') > 0 ? ': look at these first' : ''}.${drawn}`,
    table,
    xName: 'variability',
    yName: 'confidence',
    x: [0, end],
    y: [0, 1],
    groups,
    points: points.map(({ variability, confidence, label }) => ({
      x: variability,
      y: confidence,
      group: groups.indexOf(label),
    })),
    borders: [
      { from: [ambiguousFrom, 0], to: [ambiguousFrom, 1] },
      { from: [0, easyFrom], to: [ambiguousFrom, easyFrom] },
      { from: [0, hardBelow], to: [ambiguousFrom, hardBelow] },
    ],
    parts: [
      { name: 'easy', x: ambiguousFrom / 2, y: (1 + easyFrom) / 2 },
      { name: 'hard', x: ambiguousFrom / 2, y: hardBelow / 2 },
      { name: 'ambiguous', x: (ambiguousFrom + end) / 2, y: 0.5 },
    ],
  });
}
