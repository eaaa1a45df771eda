import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { words as wordsOf } from '../../text/words.ts';
import { ariaKeys, shownKeys, useKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import './claim-box.css';
import { focusedUnit } from './open-articles.ts';
import { act, begun, writing } from './writing.ts';

/** Where the text of the claim is written. */
export function ClaimBox(): JSX.Element {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { text } = writing.value;
  useKeys({
    'claim-text': () => box.current?.focus(),
    leave: () => {
      if (document.activeElement !== box.current) return false;
      box.current?.blur();
      // The article takes the keys again.
      const unit = focusedUnit.value;
      focusedUnit.value = undefined;
      focusedUnit.value = unit;
      return undefined;
    },
  });
  // The next claim from the same source is begun by typing it.
  const seen = useRef(begun.peek());
  useSignalEffect(() => {
    if (begun.value === seen.current) return;
    seen.current = begun.value;
    box.current?.closest('form')?.scrollIntoView({ block: 'start' });
    box.current?.focus({ preventScroll: true });
  });
  return (
    <section class="claim-box">
      <div class="claim-box-head">
        <label for={id}>{words.write.claim}</label>
        {shownKeys('claim-text') !== '' && (
          <span aria-hidden="true">
            <kbd>{shownKeys('claim-text')}</kbd>
          </span>
        )}
        <span id={`${id}-count`} class="claim-box-count">
          {words.write.wordCount(wordsOf(text).length)}
        </span>
      </div>
      <textarea
        ref={box}
        id={id}
        dir="auto"
        rows={3}
        maxLength={2000}
        spellcheck={true}
        aria-describedby={`${id}-count`}
        aria-keyshortcuts={ariaKeys('claim-text')}
        placeholder={words.write.claimPlaceholder}
        value={text}
        onInput={(event) => act({ type: 'text', text: event.currentTarget.value })}
      />
    </section>
  );
}
