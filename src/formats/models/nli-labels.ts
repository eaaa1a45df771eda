import type { Label } from '../../claims/label.ts';

/** The classes of natural language inference in the order of MNLI, in which models number them. */
export const nliClasses = ['entailment', 'neutral', 'contradiction'] as const;

export type NliClass = (typeof nliClasses)[number];

const classOfLabel: Readonly<Record<Label, NliClass>> = {
  SUPPORTS: 'entailment',
  'NOT ENOUGH INFO': 'neutral',
  REFUTES: 'contradiction',
};

const labelOfClass: Readonly<Record<NliClass, Label>> = {
  entailment: 'SUPPORTS',
  neutral: 'NOT ENOUGH INFO',
  contradiction: 'REFUTES',
};

/** What a premise that a claim is judged by does to it. */
export function toNli(label: Label): NliClass {
  return classOfLabel[label];
}

/** The label of a class, given by name or by number. */
export function fromNli(value: NliClass | 0 | 1 | 2): Label {
  return labelOfClass[typeof value === 'number' ? nliClasses[value] : value];
}
