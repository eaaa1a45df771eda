import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { areSingleKeys } from '../../annotate/keys/parse-keys.ts';
import { ariaShortcuts, showKeys } from '../../annotate/keys/show-keys.ts';
import type { ActionId } from './actions.ts';
import { KeyLayer } from './key-layer.ts';
import { bindings, keySettings } from './key-settings.ts';
import { addHandlers, type KeyHandler } from './listen.ts';

/** Whether shortcuts are written as on a Mac. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Handles keys while the component is there. Of several components that handle an action the one that was there last is asked first, until one does
 * not give back false. Single letters do nothing while somebody types. While a dialog is open, only what is in it is asked.
 */
export function useKeys(handlers: Partial<Record<ActionId, KeyHandler>>): void {
  const layer = useContext(KeyLayer);
  const latest = useRef(handlers);
  latest.current = handlers;
  useLayoutEffect(() => addHandlers({ layer, of: (action) => latest.current[action] }), [layer]);
}

/** The first keys of an action that do something, as they are to be shown, such as `Ctrl+Enter`, on a Mac `⌘⏎`; empty where it has none. */
export function shownKeys(action: ActionId): string {
  const [first] = workingKeys(action);
  return first === undefined ? '' : showKeys(first, isMac);
}

/** All keys of an action as `aria-keyshortcuts` says them. */
export function ariaKeys(action: ActionId): string | undefined {
  return ariaShortcuts(workingKeys(action));
}

function workingKeys(action: ActionId): readonly string[] {
  const keys = bindings.value[action];
  return keySettings.value.hasSingleKeys ? keys : keys.filter((text) => !areSingleKeys(text));
}
