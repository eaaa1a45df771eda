import type { ComponentChildren, JSX } from 'preact';
import './state.css';

export interface EmptyStateProps {
  /** Why there is nothing. */
  readonly title: string;
  /** What can be done. */
  readonly children?: ComponentChildren;
  /** Buttons. */
  readonly actions?: ComponentChildren;
}

/** There is nothing to show, and why. */
export function EmptyState({ title, children, actions }: EmptyStateProps): JSX.Element {
  return (
    <section class="state" aria-live="polite">
      <h2>{title}</h2>
      {children !== undefined && <div class="state-text">{children}</div>}
      {actions !== undefined && <div class="state-actions">{actions}</div>}
    </section>
  );
}
