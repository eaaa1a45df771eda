import type { Annotation } from '../../claims/annotation.ts';
import { citedEvidence } from './cited-evidence.ts';

/** What answers to one claim differ in. */
export type Disagreement = 'label' | 'evidence';

/** What an answer says, as far as it can be disagreed about. */
export type Said = Pick<Annotation, 'label' | 'evidence'>;

/**
 * What answers to one claim differ in; `undefined` where they agree.
 *
 * Answers of one label agree in their evidence where a set is in all of them, as in the strict agreement of two: who found one more alternative
 * contradicts nobody, who needs one more sentence says that the others' evidence does not suffice. What answers of NOT ENOUGH INFO cite
 * decides nothing, and is not compared.
 */
export function disagreementOf(answers: Iterable<Said>): Disagreement | undefined {
  const [first, ...others] = answers;
  if (first === undefined) return undefined;
  if (others.some(({ label }) => label !== first.label)) return 'label';
  if (first.label === 'NOT ENOUGH INFO' || others.length === 0) return undefined;
  const sets = others.map(({ evidence }) => citedEvidence(evidence).sets);
  const common = [...citedEvidence(first.evidence).sets.keys()].some((key) =>
    sets.every((other) => other.has(key)),
  );
  return common ? undefined : 'evidence';
}
