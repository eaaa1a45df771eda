import { signal } from '@preact/signals';
import { matchKeys, type PendingKeys } from '../../annotate/keys/match-keys.ts';
import { isCharacter, type KeyPress, type Stroke, strokesOf } from '../../annotate/keys/stroke.ts';
import { type ActionId, actions } from './actions.ts';
import { keyTable } from './key-settings.ts';

/** What is done for an action. `digit` is there for actions that are followed by one (1 to 9). False where there was nothing to do, so that the key keeps its meaning for the browser. */
export type KeyHandler = (event: KeyboardEvent, digit?: number) => unknown;

/** What a component does for keys. */
export interface KeyHandlers {
  /** How many open dialogs it is in. */
  readonly layer: number;
  readonly of: (action: ActionId) => KeyHandler | undefined;
}

/** Keys that were pressed and await another; shown at the edge of the page. */
export const pendingKeys = signal<PendingKeys<ActionId> | undefined>(undefined);

const awaitedMilliseconds = 1_500;
const stack: KeyHandlers[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let layers = 0;

/** Asks the handlers before all that are there; gives back how to take them away. */
export function addHandlers(handlers: KeyHandlers): () => void {
  stack.push(handlers);
  return () => {
    stack.splice(stack.indexOf(handlers), 1);
  };
}

/** Whether the action does something in what is shown. */
export function isOnPage(action: ActionId): boolean {
  return stack.some((handlers) => handlers.of(action) !== undefined);
}

/** Opens a layer above the page; gives back how to close it. */
export function openLayer(): () => void {
  layers++;
  awaitNext(undefined);
  return () => {
    layers--;
  };
}

/** Does what the keys of the page mean from now on. */
export function listenToKeys(): void {
  document.addEventListener('keydown', onKeyDown);
  addEventListener('blur', () => awaitNext(undefined));
}

function awaitNext(pending: PendingKeys<ActionId> | undefined): void {
  clearTimeout(timer);
  pendingKeys.value = pending;
  if (pending !== undefined) timer = setTimeout(() => awaitNext(undefined), awaitedMilliseconds);
}

function onKeyDown(event: KeyboardEvent): void {
  // What an input method composes is not ours, nor what a component has dealt with.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const strokes = strokesOf(pressOf(event));
  if (strokes.length === 0) return;

  const [target] = event.composedPath();
  const focused = target instanceof HTMLElement ? target : document.body;
  const place = placeOf(focused);
  if (place === 'widget' && isNativeKey(focused, strokes)) return;
  const pending = place === 'text' ? undefined : pendingKeys.value;
  const found = matchKeys(keyTable.value, pending, strokes);
  if (place === 'text' && (found.pending !== undefined || !writesNothing(strokes))) return;

  // Held down, a key would do and undo a thing thirty times a second.
  if (event.repeat && !found.actions.some((action) => actions[action].repeats)) {
    if (found.actions.length > 0) event.preventDefault();
    return;
  }
  const isOurs = found.actions.some((action) => mayDo(action, place) && done(action, event, found.digit));
  const isAwaiting = found.pending !== undefined && awaitsSomething(found.pending);
  awaitNext(isAwaiting ? found.pending : undefined);
  if (isOurs || isAwaiting || found.wasAwaited) event.preventDefault();
}

/** A beginning is waited on only where something of the page would be done in the end. */
function awaitsSomething({ strokes, digitFor }: PendingKeys<ActionId>): boolean {
  if (digitFor !== undefined) return isHandled(digitFor);
  return keyTable.value.entries.some(
    (entry) => strokes.every((stroke, at) => entry.strokes[at] === stroke) && isHandled(entry.action),
  );
}

function isHandled(action: ActionId): boolean {
  return stack.some((handlers) => handlers.layer >= layers && handlers.of(action) !== undefined);
}

function done(action: ActionId, event: KeyboardEvent, digit: number | undefined): boolean {
  for (const handlers of stack.toReversed()) {
    if (handlers.layer < layers) continue;
    const handler = handlers.of(action);
    if (handler !== undefined && handler(event, digit) !== false) return true;
  }
  return false;
}

function mayDo(action: ActionId, place: Place): boolean {
  return place !== 'text' || actions[action].whileTyping === true;
}

function writesNothing(strokes: readonly Stroke[]): boolean {
  return strokes.every(({ ctrl, alt, key }) => ctrl || alt || !isCharacter(key));
}

/** Where the focus is: where somebody types, on a control with keys of its own, or elsewhere. */
type Place = 'text' | 'widget' | 'page';

const widgets =
  'button, a[href], summary, input, [role=button], [role=radio], [role=checkbox], [role=switch], [role=tab], [role=menuitem], [role=slider]';
const withArrows = '[type=radio], [role=radio], [role=tab], [role=menuitem], [role=slider]';

function placeOf(target: HTMLElement): Place {
  if (target.isContentEditable || target.matches('textarea, select, [role=textbox], [role=combobox]')) {
    return 'text';
  }
  if (target instanceof HTMLInputElement && !target.matches('[type=checkbox], [type=radio], [type=button]')) {
    return 'text';
  }
  return target.matches(widgets) ? 'widget' : 'page';
}

/** Whether the key is what presses the control, or what moves between controls of its kind. */
function isNativeKey(target: HTMLElement, strokes: readonly Stroke[]): boolean {
  return strokes.some(({ ctrl, alt, key }) => {
    if (ctrl || alt) return false;
    if (key === ' ') return !target.matches('a[href]');
    return key === 'Enter' || (key.startsWith('Arrow') && target.matches(withArrows));
  });
}

/** What a keyboard event says of its key. */
export function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  return {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    isAltGraph: event.getModifierState('AltGraph'),
  };
}
