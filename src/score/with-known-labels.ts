import { labelOfSpelling } from '../claims/label.ts';
import { inferenceClasses } from './inference-classes.ts';
import { predictedLabelKeys } from './read-record.ts';
import type { JsonObject, Scorer } from './scorer.ts';

/**
 * The scorer for gold whose labels were made those of FEVER when it was read, as those of most formats are: labels of predictions become them likewise,
 * so that what the gold file calls `Neutral` is right when it was predicted as `Neutral`.
 */
export function withKnownLabels(scorer: Scorer): Scorer {
  const { begin, quick: _, ...own } = scorer;
  return {
    ...own,
    // Those of a scorer that learns its classes change.
    get figures() {
      return scorer.figures;
    },
    // What a format left as it stands, in the cells of a table.
    readGold: (record, options) => scorer.readGold(respelt(record), options),
    readPrediction: (record, options) => scorer.readPrediction(respelt(record), options),
    sameLabel: (gold, predicted, options) =>
      scorer.sameLabel(knownLabel(gold), knownLabel(predicted), options),
    ...(begin !== undefined && { begin: (options) => withKnownLabels(begin(options)) }),
  };
}

function respelt(record: JsonObject): JsonObject {
  const changes = predictedLabelKeys.flatMap((key): [string, string][] => {
    const label = Object.hasOwn(record, key) ? record[key] : undefined;
    return typeof label === 'string' && knownLabel(label) !== label ? [[key, knownLabel(label)]] : [];
  });
  return changes.length === 0 ? record : { ...record, ...Object.fromEntries(changes) };
}

function knownLabel(label: string): string {
  return labelOfSpelling(label) ?? inferenceClasses.get(label.trim().toUpperCase()) ?? label;
}
