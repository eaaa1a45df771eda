import type { JSX } from 'preact';
import { words } from '../words/words.ts';
import './state.css';

/** Something is under way. It shows after a moment only: what comes at once would flicker. */
export function Loading({ text = words.shell.loading }: { readonly text?: string }): JSX.Element {
  return (
    <p class="loading" role="status">
      {text}
    </p>
  );
}
