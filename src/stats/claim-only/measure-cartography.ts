import type { OpenClaim } from '../../claims/open-claim.ts';
import { UsageError } from '../../errors.ts';
import {
  type CartographyFigures,
  type CartographyPoint,
  type CartographyRegion,
  type CartographyThresholds,
  cartographyRegions,
} from './cartography-figures.ts';
import type { ClaimOnlyOptions } from './claim-only-options.ts';
import { minClaimsOfNgram } from './cross-validate.ts';
import { type LabelledClaims, selectLabelled } from './labelled-claims.ts';
import { readNgramRows, selectExamples } from './ngram-rows.ts';
import { traceTraining } from './training-dynamics.ts';

const [defaultEpochs, defaultSeed] = [10, 1];
/** At higher rates claims are learned by heart, those with wrong labels too, before the epochs are over (measured). */
const rate = 0.02;
const ambiguousFrom = 0.15;

/**
 * The map of a dataset: how confident, how steadily and how rightly a classifier of the words of claims alone guessed each label while it
 * learned it. Easy claims are those whose words give the label away; hard ones go against what the words of all others say, which is
 * where wrong labels are.
 *
 * @param labelled the claims that have a label that is common enough, where they are at hand already
 * @throws UsageError for less than one epoch, and as `selectLabelled`
 * @see Swayamdipta et al. 2020, Dataset cartography: mapping and diagnosing datasets with training dynamics.
 */
export function measureCartography(
  claims: readonly OpenClaim[],
  options: ClaimOnlyOptions = {},
  labelled: LabelledClaims = selectLabelled(claims, options),
): CartographyFigures {
  const { epochs = defaultEpochs, seed = defaultSeed } = options;
  if (!Number.isInteger(epochs) || epochs < 1)
    throw new UsageError(`There cannot be ${epochs} epochs. Give a whole number from 1 on, such as 10.`);
  if (labelled.reason !== null) return { measured: null, reason: labelled.reason };
  const { gold, labels, positions } = labelled;
  const chance = 1 / labels.length;
  const thresholds: CartographyThresholds = { ambiguousFrom, easyFrom: (1 + chance) / 2, hardBelow: chance };
  const rows = readNgramRows(labelled.claims.map(({ claim }) => claim));
  const examples = selectExamples(rows, Uint32Array.from(gold.keys()), minClaimsOfNgram);
  const dynamics = traceTraining(rows, examples, gold, labels.length, { epochs, rate, seed });
  const points = labelled.claims.map(({ id }, row): CartographyPoint => {
    const confidence = dynamics.confidence[row] as number;
    const variability = dynamics.variability[row] as number;
    return {
      id,
      label: labels[gold[row] as number] ?? '',
      confidence,
      variability,
      correctness: dynamics.correctness[row] as number,
      region: regionOf(confidence, variability, thresholds),
    };
  });
  return {
    measured: {
      epochs,
      claims: points.length,
      thresholds,
      regions: cartographyRegions.map((region) => {
        const own = points.filter((point) => point.region === region);
        return {
          region,
          claims: own.length,
          byLabel: labels.map((label) => ({
            label,
            claims: own.filter((point) => point.label === label).length,
          })),
        };
      }),
      points: positions
        .map((position, row) => ({ position, point: points[row] as CartographyPoint }))
        .sort((a, b) => a.position - b.position)
        .map(({ point }) => point),
    },
    reason: null,
  };
}

function regionOf(
  confidence: number,
  variability: number,
  { ambiguousFrom: from, easyFrom, hardBelow }: CartographyThresholds,
): CartographyRegion {
  if (variability >= from) return 'ambiguous';
  if (confidence >= easyFrom) return 'easy';
  return confidence < hardBelow ? 'hard' : 'ambiguous';
}
