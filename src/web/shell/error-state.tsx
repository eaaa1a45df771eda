import type { ComponentChildren, JSX } from 'preact';
import { words } from '../words/words.ts';
import './state.css';

export interface ErrorStateProps {
  /** What failed. */
  readonly title: string;
  /** What to do about it, and that nothing is lost. */
  readonly children?: ComponentChildren;
  /** Of the failure itself, small print. */
  readonly detail?: string;
  /** Tries again. */
  readonly retry?: () => void;
  readonly actions?: ComponentChildren;
}

/** Something failed, why, and what to do. */
export function ErrorState({ title, children, detail, retry, actions }: ErrorStateProps): JSX.Element {
  return (
    <section class="state state-error" role="alert">
      <h2>{title}</h2>
      {children !== undefined && <div class="state-text">{children}</div>}
      {detail !== undefined && detail !== '' && <pre class="state-detail">{detail}</pre>}
      <div class="state-actions">
        {retry !== undefined && (
          <button type="button" class="primary" onClick={retry}>
            {words.shell.retry}
          </button>
        )}
        {actions}
      </div>
    </section>
  );
}
