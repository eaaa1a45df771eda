import type { Bindings } from './bindings.ts';
import { areSingleKeys, parseKeys } from './parse-keys.ts';
import { printStroke, type Stroke } from './stroke.ts';

/** Keys that were pressed and that do nothing before the next. */
export interface PendingKeys<Action extends string> {
  /** As text. */
  readonly strokes: readonly string[];
  /** The action that a digit is awaited for. */
  readonly digitFor: Action | undefined;
}

/** What a press means. */
export interface KeyMatch<Action extends string> {
  /** Actions that the keys start, in the order of the actions; of these one that has something to do is done. */
  readonly actions: readonly Action[];
  readonly digit?: number;
  /** What is awaited from now on. */
  readonly pending: PendingKeys<Action> | undefined;
  /** Whether the press belonged to keys that were pending. */
  readonly wasAwaited: boolean;
}

/** Keys with what they start, taken apart once. */
export interface KeyTable<Action extends string> {
  readonly entries: readonly { readonly action: Action; readonly strokes: readonly string[] }[];
  readonly takesDigit: ReadonlySet<Action>;
}

/** A table of the bindings; without keys that write characters where those are switched off. */
export function keyTableOf<Action extends string>(
  bindings: Bindings<Action>,
  takesDigit: Iterable<Action>,
  hasSingleKeys = true,
): KeyTable<Action> {
  const entries = (Object.keys(bindings) as Action[]).flatMap((action) =>
    bindings[action].flatMap((keys) => {
      const strokes = parseKeys(keys);
      if (strokes === undefined || (!hasSingleKeys && areSingleKeys(keys))) return [];
      return [{ action, strokes: strokes.map(printStroke) }];
    }),
  );
  return { entries, takesDigit: new Set(takesDigit) };
}

/**
 * What the next press means after those that are pending.
 *
 * @param strokes what the press may mean, the likeliest first: the first that means something counts
 */
export function matchKeys<Action extends string>(
  table: KeyTable<Action>,
  pending: PendingKeys<Action> | undefined,
  strokes: readonly Stroke[],
): KeyMatch<Action> {
  const texts = strokes.map(printStroke);
  if (pending !== undefined) {
    const awaited =
      pending.digitFor === undefined ? continued(table, pending, texts) : withDigit(pending, texts);
    if (awaited !== undefined) return awaited;
    if (texts[0] === 'Escape') return { actions: [], pending: undefined, wasAwaited: true };
  }
  return continued(table, undefined, texts) ?? { actions: [], pending: undefined, wasAwaited: false };
}

function withDigit<Action extends string>(
  { strokes, digitFor }: PendingKeys<Action>,
  texts: readonly string[],
): KeyMatch<Action> | undefined {
  if (digitFor === undefined) return undefined;
  const digit = texts.find((text) => /^[1-9]$/.test(text));
  const done = { actions: [digitFor], pending: undefined, wasAwaited: true };
  if (digit !== undefined) return { ...done, digit: Number(digit) };
  return texts.includes(strokes.at(-1) ?? '') ? done : undefined;
}

function continued<Action extends string>(
  { entries, takesDigit }: KeyTable<Action>,
  pending: PendingKeys<Action> | undefined,
  texts: readonly string[],
): KeyMatch<Action> | undefined {
  const before = pending?.strokes ?? [];
  const wasAwaited = pending !== undefined;
  for (const text of texts) {
    const pressed = [...before, text];
    const begun = entries.filter(({ strokes }) => pressed.every((one, at) => strokes[at] === one));
    const actions = [...new Set(begun.filter(isWhole).map(({ action }) => action))];
    const digitFor = actions.find((action) => takesDigit.has(action));
    if (digitFor !== undefined) {
      return { actions: [], pending: { strokes: pressed, digitFor }, wasAwaited };
    }
    if (actions.length > 0) return { actions, pending: undefined, wasAwaited };
    if (begun.length > 0) {
      return { actions: [], pending: { strokes: pressed, digitFor: undefined }, wasAwaited };
    }
    function isWhole({ strokes }: { readonly strokes: readonly string[] }): boolean {
      return strokes.length === pressed.length;
    }
  }
  return undefined;
}
