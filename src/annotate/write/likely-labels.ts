import type { Label } from '../../claims/label.ts';
import type { Mutation } from '../../claims/mutation.ts';

/** What claims made by a mutation mostly are, where the statement they were made from is true. */
const fromTruth: Readonly<Record<Mutation, readonly Label[]>> = {
  rephrase: ['SUPPORTS'],
  negate: ['REFUTES'],
  substitute_similar: ['REFUTES', 'NOT ENOUGH INFO'],
  substitute_dissimilar: ['REFUTES', 'NOT ENOUGH INFO'],
  specific: ['NOT ENOUGH INFO'],
  general: ['SUPPORTS'],
};

/** The same where it is refuted; nothing where the mutation does not tell. */
const fromFalsehood: Readonly<Record<Mutation, readonly Label[]>> = {
  rephrase: ['REFUTES'],
  negate: ['SUPPORTS'],
  substitute_similar: [],
  substitute_dissimilar: [],
  specific: ['REFUTES'],
  general: [],
};

/**
 * The labels that a mutation makes likely, the likeliest first; empty where it tells nothing.
 *
 * @param source label of the claim that was mutated; an element of an article counts as true
 * @see Thorne et al. 2018, FEVER, section 3.1 on the kinds of mutations.
 */
export function likelyLabels(mutation: Mutation | undefined, source: Label = 'SUPPORTS'): readonly Label[] {
  if (mutation === undefined) return [];
  if (source === 'NOT ENOUGH INFO')
    return mutation === 'rephrase' || mutation === 'specific' ? ['NOT ENOUGH INFO'] : [];
  return source === 'SUPPORTS' ? fromTruth[mutation] : fromFalsehood[mutation];
}
