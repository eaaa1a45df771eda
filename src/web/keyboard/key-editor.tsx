import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { conflictsOf } from '../../annotate/keys/conflicts.ts';
import { showKeys } from '../../annotate/keys/show-keys.ts';
import { words } from '../words/words.ts';
import { type ActionId, actions } from './actions.ts';
import { KeyRecorder } from './key-recorder.tsx';
import { bindings, chooseKeys, keySettings } from './key-settings.ts';
import { isMac } from './use-keys.ts';
import './key-editor.css';

const maxKeys = 4;

/** The keys of an action, each with a way to take it off, and one to add another. */
export function KeyEditor({ action }: { readonly action: ActionId }): JSX.Element {
  const { keys: says } = words.shell;
  const name = says.actions[action];
  const keys = bindings.value[action];
  const isRecording = useSignal(false);
  /** Keys that were pressed and mean something else. */
  const taken = useSignal<string | undefined>(undefined);
  const addButton = useRef<HTMLButtonElement>(null);

  const stop = (): void => {
    isRecording.value = false;
    taken.value = undefined;
    // The button comes back with the next drawing.
    setTimeout(() => addButton.current?.focus());
  };
  const take = (pressed: string): void => {
    for (const { action: other, keys: held } of conflictsOf(bindings.value, action, pressed)) {
      chooseKeys(
        other,
        bindings.value[other].filter((one) => one !== held),
      );
    }
    chooseKeys(action, [...bindings.value[action], pressed]);
    stop();
  };
  const onPressed = (pressed: string | undefined): void => {
    if (pressed === undefined || keys.includes(pressed)) stop();
    else if (conflictsOf(bindings.value, action, pressed).length === 0) take(pressed);
    else {
      isRecording.value = false;
      taken.value = pressed;
    }
  };

  if (isRecording.value) return <KeyRecorder onPressed={onPressed} />;
  if (taken.value !== undefined) {
    const pressed = taken.value;
    const others = conflictsOf(bindings.value, action, pressed).map(
      (conflict) => says.actions[conflict.action],
    );
    return (
      <span class="key-editor-conflict" role="alert">
        {says.taken(showKeys(pressed, isMac), [...new Set(others)].join(', '))}
        <button type="button" ref={(button) => button?.focus()} onClick={() => take(pressed)}>
          {says.takeOver}
        </button>
        <button type="button" onClick={stop}>
          {words.shell.cancel}
        </button>
      </span>
    );
  }
  return (
    <span class="key-editor">
      {keys.map((text) => (
        <button
          key={text}
          type="button"
          class="key-editor-key"
          aria-label={says.remove(showKeys(text, isMac), name)}
          onClick={() => {
            chooseKeys(
              action,
              keys.filter((one) => one !== text),
            );
            addButton.current?.focus();
          }}
        >
          <kbd>{showKeys(text, isMac)}</kbd> ×
        </button>
      ))}
      {actions[action].takesDigit === true && <small>{says.thenDigit}</small>}
      {keys.length < maxKeys && (
        <button
          type="button"
          ref={addButton}
          aria-label={says.add(name)}
          onClick={() => {
            isRecording.value = true;
          }}
        >
          +
        </button>
      )}
      {keySettings.value.keys[action] !== undefined && (
        <button type="button" aria-label={says.resetOne(name)} onClick={() => chooseKeys(action, undefined)}>
          {says.usual}
        </button>
      )}
    </span>
  );
}
