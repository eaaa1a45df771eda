import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { words } from '../words/words.ts';
import './toast.css';

/** What is said at the lower edge for a while. */
export interface Toast {
  readonly text: string;
  /** A button beside it, such as Undo; the toast goes when it is pressed. */
  readonly action?: { readonly text: string; readonly keys?: string; readonly run: () => void };
  /** How long it stays; as long as nobody closes it where this is 0. 6 by default. */
  readonly seconds?: number;
  readonly kind?: 'plain' | 'warning';
}

interface ShownToast extends Toast {
  readonly number: number;
}

const toasts = signal<readonly ShownToast[]>([]);
const maxToasts = 3;
let last = 0;

/** Says something at the lower edge of the page, and to screen readers; gives back how to take it away. */
export function showToast(toast: Toast): () => void {
  const number = ++last;
  const close = (): void => {
    toasts.value = toasts.value.filter((other) => other.number !== number);
  };
  toasts.value = [...toasts.value, { ...toast, number }].slice(-maxToasts);
  const { seconds = 6 } = toast;
  if (seconds > 0) hideLater(number, seconds * 1000, close);
  return close;
}

/** A toast that the pointer or the focus is on stays. */
function hideLater(number: number, milliseconds: number, close: () => void): void {
  setTimeout(() => {
    const isHeld = document.querySelector(`[data-toast="${number}"]:is(:hover, :focus-within)`) !== null;
    if (isHeld) hideLater(number, 1000, close);
    else close();
  }, milliseconds);
}

/** The place of the toasts: a polite live region. */
export function Toasts(): JSX.Element {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <ToastBar key={toast.number} toast={toast} />
      ))}
    </div>
  );
}

function ToastBar({ toast }: { readonly toast: ShownToast }): JSX.Element {
  const { number, text, action, kind = 'plain' } = toast;
  const close = (): void => {
    toasts.value = toasts.value.filter((other) => other.number !== number);
  };
  return (
    <div class={`toast toast-${kind}`} data-toast={number}>
      <span class="toast-text">{text}</span>
      {action !== undefined && (
        <button
          type="button"
          onClick={() => {
            close();
            action.run();
          }}
        >
          {action.text}
          {action.keys !== undefined && action.keys !== '' && <kbd>{action.keys}</kbd>}
        </button>
      )}
      <button type="button" class="quiet toast-close" aria-label={words.shell.close} onClick={close}>
        ×
      </button>
    </div>
  );
}
