import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/words.ts';
import './despite-form.css';
import type { Workspace } from './workspace.ts';

/** Why an answer is right although the checks find errors in it. */
export function DespiteForm({
  desk,
  onSubmit,
}: {
  readonly desk: Workspace;
  readonly onSubmit: () => void;
}): JSX.Element {
  const { state, act, blocking } = desk;
  const why = state.value.current?.despite ?? '';
  const text = words.label.invalid;
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <section class="despite-form" aria-labelledby="despite-form-heading">
      <h2 id="despite-form-heading">{text.title(blocking.value)}</h2>
      <p>{text.text}</p>
      <label for="despite-form-why">{text.why}</label>
      <textarea
        ref={field}
        id="despite-form-why"
        data-despite
        rows={2}
        maxLength={10_000}
        value={why}
        onInput={(event) => act({ type: 'despite', text: event.currentTarget.value })}
      />
      <div class="despite-form-buttons">
        <button
          type="button"
          onClick={() => {
            blocking.value = 0;
          }}
        >
          {text.back}
        </button>
        <button type="button" class="primary" disabled={why.trim() === ''} onClick={onSubmit}>
          {text.submit}
        </button>
      </div>
    </section>
  );
}
