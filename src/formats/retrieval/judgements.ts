import type { OpenClaim } from '../../claims/open-claim.ts';
import type { FormatContext, Loss } from '../format.ts';
import { defineLoss } from '../loss.ts';
import { documentIdOf } from './documents.ts';

/** The score of every relevant document: no evidence set is better than another. */
export const relevance = 1;

/**
 * What a retrieval corpus cannot say of claims: which of the evidence of a claim is relevant when nothing decides it, or when the corpus
 * does not have it.
 */
export const retrievalLosses: readonly Loss[] = [
  defineLoss({
    id: 'claims',
    description:
      'Claims without a relevant document: those that no evidence decides, and those of which the corpus has no evidence set whole. They are left out: loaders drop queries without judgements, and measures would count them as failures.',
    forget: (claim, context) =>
      claim.label === 'NOT ENOUGH INFO' || !claim.evidence.some((set) => isWhole(set, context))
        ? undefined
        : claim,
  }),
  defineLoss({
    id: 'sets',
    description:
      'Evidence sets of which the corpus does not have all: they are left out whole. Headings and titles are no documents.',
    forget: (claim, context) =>
      claim.evidence.every((set) => isWhole(set, context))
        ? claim
        : { ...claim, evidence: claim.evidence.filter((set) => isWhole(set, context)) },
  }),
];

function isWhole(set: readonly string[], context: FormatContext): boolean {
  return set.every((id) => documentIdOf(id, context) !== undefined);
}

/** The ids of the documents that are relevant to a claim, in the order of its evidence, each once. */
export function relevantTo(claim: OpenClaim, context: FormatContext): string[] {
  return [...new Set(claim.evidence.flat().flatMap((id) => documentIdOf(id, context) ?? []))];
}
