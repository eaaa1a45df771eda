import { Component, type ComponentChildren } from 'preact';
import { words } from '../words/words.ts';
import { ErrorState } from './error-state.tsx';

interface BoundaryState {
  readonly error: unknown;
  readonly hasFailed: boolean;
}

/** Shows what happened where a component throws, that the work is kept, and how to go on. */
export class Boundary extends Component<{ readonly children: ComponentChildren }, BoundaryState> {
  override state: BoundaryState = { error: undefined, hasFailed: false };

  static override getDerivedStateFromError(error: unknown): BoundaryState {
    return { error, hasFailed: true };
  }

  override render(): ComponentChildren {
    const { error, hasFailed } = this.state;
    if (!hasFailed) return this.props.children;
    const { failure, reload } = words.shell;
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return (
      <main>
        <ErrorState
          title={failure.crashTitle}
          detail={detail}
          actions={
            <button type="button" class="primary" onClick={() => location.reload()}>
              {reload}
            </button>
          }
        >
          {failure.crash}
        </ErrorState>
      </main>
    );
  }
}
