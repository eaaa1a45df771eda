/** Keys of each action, as text; the first are those that are shown. */
export type Bindings<Action extends string> = Readonly<Record<Action, readonly string[]>>;

/** An action that may be bound to keys. */
export interface KeyAction {
  readonly keys: readonly string[];
  /** Whether a digit follows, or the same keys again. */
  readonly takesDigit?: boolean;
}

/** The keys of each action: those somebody chose, else the usual ones. */
export function bindingsOf<Action extends string>(
  actions: Readonly<Record<Action, KeyAction>>,
  chosen: Partial<Readonly<Record<Action, readonly string[]>>>,
): Bindings<Action> {
  const bindings = {} as Record<Action, readonly string[]>;
  for (const action of Object.keys(actions) as Action[]) {
    bindings[action] = chosen[action] ?? actions[action].keys;
  }
  return bindings;
}
