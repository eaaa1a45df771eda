import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { printKeys } from '../../annotate/keys/parse-keys.ts';
import { showKeys } from '../../annotate/keys/show-keys.ts';
import { type Stroke, strokesOf } from '../../annotate/keys/stroke.ts';
import { words } from '../words/words.ts';
import { pressOf } from './listen.ts';
import { isMac } from './use-keys.ts';

/** Keys one after another must follow this soon. */
const pauseMilliseconds = 900;
const maxStrokes = 2;

/** Waits for keys and gives them back as text; `undefined` on Escape, Tab, and when the focus goes elsewhere. */
export function KeyRecorder({
  onPressed,
}: {
  readonly onPressed: (keys: string | undefined) => void;
}): JSX.Element {
  const strokes = useSignal<readonly Stroke[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hasEnded = useRef(false);
  const field = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    return () => clearTimeout(timer.current);
  }, []);

  const end = (keys: string | undefined): void => {
    clearTimeout(timer.current);
    if (hasEnded.current) return;
    // The field goes away with this, and so does the focus, which is no giving up.
    hasEnded.current = true;
    onPressed(keys);
  };
  const finish = (): void => end(printKeys(strokes.value));
  const onKeyDown = (event: KeyboardEvent): void => {
    // Tab must lead out of everything (WCAG 2.1.2), and Escape out of this.
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      end(undefined);
      return;
    }
    const [stroke] = strokesOf(pressOf(event));
    if (stroke === undefined || event.repeat) return;
    strokes.value = [...strokes.value, stroke];
    clearTimeout(timer.current);
    if (strokes.value.length === maxStrokes) finish();
    else timer.current = setTimeout(finish, pauseMilliseconds);
  };
  const { keys: says } = words.shell;
  return (
    <button
      type="button"
      ref={field}
      class="key-editor-recorder"
      onKeyDown={onKeyDown}
      onBlur={() => end(undefined)}
    >
      {strokes.value.length === 0 ? says.press : says.pressed(showKeys(printKeys(strokes.value), isMac))}
    </button>
  );
}
