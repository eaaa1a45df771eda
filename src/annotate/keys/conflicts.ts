import type { Bindings } from './bindings.ts';
import { parseKeys } from './parse-keys.ts';
import { printStroke } from './stroke.ts';

/** Another action that the keys would start, or that would never be reached because of them. */
export interface KeyConflict<Action extends string> {
  readonly action: Action;
  readonly keys: string;
  /** `same` keys, or one of the two is how the other begins. */
  readonly kind: 'same' | 'beginning';
}

/** What stands against giving keys to an action, in the order of the actions. */
export function conflictsOf<Action extends string>(
  bindings: Bindings<Action>,
  action: Action,
  keys: string,
): readonly KeyConflict<Action>[] {
  const wanted = strokeTexts(keys);
  const conflicts: KeyConflict<Action>[] = [];
  for (const other of Object.keys(bindings) as Action[]) {
    for (const otherKeys of bindings[other]) {
      if (other === action && otherKeys === keys) continue;
      const held = strokeTexts(otherKeys);
      const shared = Math.min(wanted.length, held.length);
      if (shared === 0 || wanted.slice(0, shared).join('\n') !== held.slice(0, shared).join('\n')) continue;
      conflicts.push({
        action: other,
        keys: otherKeys,
        kind: wanted.length === held.length ? 'same' : 'beginning',
      });
    }
  }
  return conflicts;
}

function strokeTexts(keys: string): readonly string[] {
  return (parseKeys(keys) ?? []).map(printStroke);
}
