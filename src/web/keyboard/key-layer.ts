import { createContext } from 'preact';

/** How many open dialogs a component is in: keys go to what is in the topmost only. */
export const KeyLayer = createContext(0);
