import type { JSX } from 'preact';
import { showKeys } from '../../annotate/keys/show-keys.ts';
import { words } from '../words/words.ts';
import { pendingKeys } from './listen.ts';
import { isMac } from './use-keys.ts';
import './pending-hint.css';

/** The keys that were pressed and await another, at the lower edge. */
export function PendingHint(): JSX.Element {
  const pending = pendingKeys.value;
  const { keys: says } = words.shell;
  const keys = pending === undefined ? '' : showKeys(pending.strokes.join(' '), isMac);
  return (
    <div class="pending-hint" role="status">
      {pending !== undefined && (
        <span class="pending-hint-text">
          {pending.digitFor === undefined ? says.pending(keys) : says.pendingDigit(keys)}
        </span>
      )}
    </div>
  );
}
