import type { Label } from '../../claims/label.ts';
import type { ActionId } from '../keyboard/actions.ts';

/** The actions that give a label. */
export const labelActions = {
  SUPPORTS: 'supports',
  REFUTES: 'refutes',
  'NOT ENOUGH INFO': 'not-enough',
} as const satisfies Readonly<Record<Label, ActionId>>;
