import { isObject } from '../../text/is-object.ts';
import type { JsonObject } from '../scorer.ts';

/**
 * Whether gold of FEVEROUS is as `evaluate.py` reads it, with ids: sets are objects with `content`, or lists of ids as claimset has
 * them. Otherwise it is as `feverous_score` takes it, with triples. `undefined` where no evidence shows it.
 */
export function goldHasIds({ evidence }: JsonObject): boolean | undefined {
  if (evidence === undefined || evidence === null) return undefined;
  if (!Array.isArray(evidence)) return false;
  for (const set of evidence as readonly unknown[]) {
    if (!Array.isArray(set)) return isObject(set);
    if (set.length > 0) return typeof set[0] === 'string';
  }
  return undefined;
}

/** Whether what was predicted are ids. */
export function predictionHasIds({ predicted_evidence: predicted }: JsonObject): boolean {
  return Array.isArray(predicted) && typeof predicted[0] === 'string';
}
