import { signal } from '@preact/signals';

/** What a page says in the middle of the bar, such as `41 of 120 today · 38 s`; empty for nothing. The page empties it when it goes. */
export const barInfo = signal('');
