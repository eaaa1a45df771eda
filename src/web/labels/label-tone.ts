import type { Label } from '../../claims/label.ts';

/** The names of the labels' colours. */
export const labelTone = {
  SUPPORTS: 'supports',
  REFUTES: 'refutes',
  'NOT ENOUGH INFO': 'nei',
} as const satisfies Readonly<Record<Label, string>>;
