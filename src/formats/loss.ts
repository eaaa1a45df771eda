import { isLabelled, type OpenClaim } from '../claims/open-claim.ts';
import type { FormatContext, Loss } from './format.ts';

/** The loss of a `forget` that gives back the same claim, not a copy, wherever nothing is lost. */
export function defineLoss(loss: Omit<Loss, 'affects'>): Loss {
  return { ...loss, affects: (claim, context) => loss.forget(claim, context) !== claim };
}

/** The loss of an optional key, under the key's name. */
export function defineKeyLoss(key: string, description: string): Loss {
  return defineLoss({
    id: key,
    description,
    forget: (claim) => {
      if (!Object.hasOwn(claim, key)) return claim;
      const { [key]: _, ...rest } = claim;
      return rest as OpenClaim;
    },
  });
}

/** The losses of what only claimset's own claims have, one a key. */
export const nativeKeyLosses: readonly Loss[] = [
  defineKeyLoss('challenge', 'What makes the claim hard to verify.'),
  defineKeyLoss('mutation', 'How the claim was made from another statement.'),
  defineKeyLoss('source', 'What the claim was written from.'),
  defineKeyLoss('split', 'The split the claim must be in.'),
  defineKeyLoss('fingerprints', 'What the cited texts were when they were chosen.'),
];

/** The loss of claims without one of the three labels. */
export const otherLabelsLoss: Loss = defineLoss({
  id: 'labels',
  description:
    'Claims with a label that is none of the three, or without one: they are left out. `--map-label` says what a label is to become.',
  forget: (claim) => (isLabelled(claim) ? claim : undefined),
});

/** The loss of claims with a label that is none of the three, in a format that has blind records. */
export const foreignLabelsLoss: Loss = defineLoss({
  id: 'labels',
  description:
    'Claims with a label that is none of the three: they are left out. `--map-label` says what a label is to become.',
  forget: (claim) => (claim.label === undefined || isLabelled(claim) ? claim : undefined),
});

/** The loss of the evidence of claims without a label, in a format whose blind records have none. */
export const blindEvidenceLoss: Loss = defineLoss({
  id: 'blind-evidence',
  description: 'Evidence of claims without a label: they are written as those of blind test files.',
  forget: (claim) =>
    claim.label !== undefined || claim.evidence.length === 0 ? claim : { ...claim, evidence: [] },
});

/** What a format makes of a claim. */
export interface KeptClaim {
  /** The claim as it comes back from the format; `undefined` where it is left out. */
  readonly claim: OpenClaim | undefined;
  /** What it lost, in order. */
  readonly losses: readonly Loss[];
}

/** The claims that a format writes, as its losses leave them, in order and without those that are left out. */
export function* keptClaims(
  losses: readonly Loss[],
  claims: Iterable<OpenClaim>,
  context: FormatContext,
): Generator<OpenClaim> {
  for (const claim of claims) {
    const kept = applyLosses(losses, claim, context).claim;
    if (kept !== undefined) yield kept;
  }
}

/** The claim after all losses of a format, which is what the format writes, and the losses that were met. */
export function applyLosses(losses: readonly Loss[], claim: OpenClaim, context: FormatContext): KeptClaim {
  let kept: OpenClaim = claim;
  const met: Loss[] = [];
  for (const loss of losses) {
    const next = loss.forget(kept, context);
    if (next === kept) continue;
    met.push(loss);
    if (next === undefined) return { claim: undefined, losses: met };
    kept = next;
  }
  return { claim: kept, losses: met };
}
