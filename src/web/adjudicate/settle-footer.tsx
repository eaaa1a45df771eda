import type { JSX } from 'preact';
import { shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import { Keys } from './answers.tsx';

/** The buttons at the lower edge of a dialog that settles a claim: leave it, or do what `label` says. */
export function SettleFooter({
  label,
  onClose,
  onSubmit,
}: {
  readonly label: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
}): JSX.Element {
  return (
    <>
      <button type="button" onClick={onClose}>
        {words.shell.cancel}
      </button>
      <button type="button" class="primary" onClick={onSubmit}>
        {label} <Keys of={shownKeys('submit')} />
      </button>
    </>
  );
}
