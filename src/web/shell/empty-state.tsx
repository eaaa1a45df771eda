import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './state.css';

export interface EmptyStateProps {
  /** Why there is nothing. */
  readonly title: string;
  /** What can be done. */
  readonly children?: ComponentChildren;
  /** Buttons. */
  readonly actions?: ComponentChildren;
  /** Of the heading: 1 where the state is all that the page says, as it is by default. */
  readonly level?: 1 | 2;
}

/** There is nothing to show, and why. */
export function EmptyState({ title, children, actions, level = 1 }: EmptyStateProps): JSX.Element {
  const Heading = `h${level}` as const;
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus may have gone with what was there before: keys and screen readers go on here.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="state" aria-live="polite">
      <Heading ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {children !== undefined && <div class="state-text">{children}</div>}
      {actions !== undefined && <div class="state-actions">{actions}</div>}
    </section>
  );
}
