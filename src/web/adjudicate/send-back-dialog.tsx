import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Dialog } from '../shell/dialog.tsx';
import { SubmitKey } from '../shell/submit-key.tsx';
import { words } from '../words/words.ts';
import type { Desk } from './desk.ts';
import './settle-dialog.css';
import { sendBack } from './settle.ts';
import { SettleFooter } from './settle-footer.tsx';

/** Asks to whom a claim goes back, and what they should look at. */
export function SendBackDialog({
  desk,
  onClose,
}: {
  readonly desk: Desk;
  readonly onClose: () => void;
}): JSX.Element {
  const text = words.adjudicate.sendBack;
  const { answers = [], skips = [] } = desk.conflict.value ?? {};
  const people = [
    ...answers.map(({ letter }) => ({ letter, name: text.who(letter) })),
    ...skips.map(({ letter }) => ({ letter, name: text.whoSkipped(letter) })),
  ].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  const chosen = useSignal<readonly string[]>(people.map(({ letter }) => letter));
  const comment = useSignal('');
  const isLacking = useSignal(false);
  const submit = (): void => {
    isLacking.value = chosen.value.length === 0;
    if (isLacking.value) return;
    onClose();
    sendBack(desk, chosen.value, comment.value);
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      footer={<SettleFooter label={text.submit} onClose={onClose} onSubmit={submit} />}
    >
      <SubmitKey onSubmit={submit} />
      <div class="settle-dialog">
        <p>{text.text}</p>
        <fieldset>
          <legend>{text.to}</legend>
          {people.map(({ letter, name }) => (
            <label key={letter}>
              <input
                type="checkbox"
                checked={chosen.value.includes(letter)}
                onChange={({ currentTarget }) => {
                  const others = chosen.value.filter((other) => other !== letter);
                  chosen.value = currentTarget.checked ? [...others, letter].sort() : others;
                }}
              />
              {name}
            </label>
          ))}
          {isLacking.value && (
            <p class="settle-dialog-lacks" role="alert">
              {text.lacks}
            </p>
          )}
        </fieldset>
        <label>
          <span>{text.comment}</span>
          <textarea
            rows={3}
            maxLength={10_000}
            data-autofocus
            value={comment.value}
            onInput={({ currentTarget }) => {
              comment.value = currentTarget.value;
            }}
          />
        </label>
      </div>
    </Dialog>
  );
}
