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
  /** Of the heading: 1 where the state is all that the page says, as it is by default. */
  readonly level?: 1 | 2;
}

/** Something failed, why, and what to do. */
export function ErrorState({
  title,
  children,
  detail,
  retry,
  actions,
  level = 1,
}: ErrorStateProps): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <section class="state state-error" role="alert">
      <Heading>{title}</Heading>
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
