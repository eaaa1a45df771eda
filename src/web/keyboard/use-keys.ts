import type { ActionId } from './actions.ts';

/** What is done for an action. `digit` is there for actions that are followed by one (1 to 9). False where there was nothing to do, so that the key keeps its meaning for the browser. */
export type KeyHandler = (event: KeyboardEvent, digit?: number) => boolean | void;

/**
 * Handles keys while the component is there. Of several components that handle an action the one that was there last is asked first, until one does
 * not give back false. Single letters do nothing while somebody types.
 */
export function useKeys(_handlers: Partial<Record<ActionId, KeyHandler>>): void {}

/** The keys of an action as they are to be shown, such as `⌃⏎`; empty where it has none. */
export function shownKeys(_action: ActionId): string {
  return '';
}
