import type { ComponentChildren, JSX } from 'preact';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { KeyLayer } from '../keyboard/key-layer.ts';
import { openLayer } from '../keyboard/listen.ts';
import { words } from '../words/words.ts';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** Escape, the cross, a press beside it. The owner takes the dialog away. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons at the lower edge. */
  readonly footer?: ComponentChildren;
  readonly size?: 'small' | 'normal' | 'wide';
  /** At the right edge in full height, for what is read beside the page. */
  readonly isPanel?: boolean;
}

/**
 * A dialog above the page, there as long as the component is. The focus stays in it and goes back afterwards; keys of the page do nothing
 * meanwhile, but `useKeys` of components inside work. What has `data-autofocus`, else the body, gets the focus.
 */
export function Dialog(props: DialogProps): JSX.Element {
  const { title, onClose, children, footer, size = 'normal', isPanel = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const layer = useContext(KeyLayer) + 1;
  const id = useId();
  const latest = useRef(onClose);
  latest.current = onClose;

  useLayoutEffect(() => {
    const before = document.activeElement;
    const close = openLayer();
    const element = dialog.current;
    // A press beside the dialog; a click would also be the end of choosing text in it.
    element?.addEventListener('pointerdown', (event) => {
      if (event.target === element) latest.current();
    });
    // A browser closes what does not want to be closed when Escape is pressed twice.
    const onGone = (): void => latest.current();
    element?.addEventListener('close', onGone);
    element?.showModal();
    const first = element?.querySelector<HTMLElement>('[data-autofocus]');
    // The body scrolls by the arrow keys.
    (first ?? element?.querySelector<HTMLElement>('.dialog-body'))?.focus();
    return () => {
      element?.removeEventListener('close', onGone);
      element?.close();
      close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${isPanel ? 'panel' : size}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-inside">
        <div class="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="quiet dialog-close" aria-label={words.shell.close} onClick={onClose}>
            ×
          </button>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section class="dialog-body" tabIndex={0} aria-labelledby={id}>
          <KeyLayer.Provider value={layer}>{children}</KeyLayer.Provider>
        </section>
        {footer !== undefined && <div class="dialog-foot">{footer}</div>}
      </div>
    </dialog>
  );
}
