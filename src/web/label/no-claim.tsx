import type { JSX } from 'preact';
import { shownKeys, useKeys } from '../keyboard/use-keys.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { unsent } from '../store/outbox.ts';
import { words } from '../words/words.ts';
import { undoStep } from './undo-step.ts';
import type { Workspace } from './workspace.ts';

/** There is no claim in hand, and why. What was done can still be gone back to. */
export function NoClaim({ desk }: { readonly desk: Workspace }): JSX.Element {
  const { state, act } = desk;
  const { view, back } = state.value;
  const next = (): void => act({ type: 'next' });
  useKeys({
    undo: () => (back.length > 0 ? undoStep(desk) : false),
    reopen: () => (back.length > 0 ? act({ type: 'reopen' }) : false),
  });
  const goBack = back.length > 0 && (
    <button type="button" onClick={() => act({ type: 'reopen' })}>
      {words.label.reopen} <kbd>{shownKeys('reopen')}</kbd>
    </button>
  );
  const again = (
    <button type="button" class="primary" onClick={next}>
      {view.is === 'refused' ? words.label.nextClaim : words.label.lookAgain}
    </button>
  );
  const actions = (
    <>
      {again}
      {goBack}
    </>
  );

  if (view.is === 'unreachable') {
    const { title, text, kept } = words.label.unreachable;
    return (
      <main>
        <EmptyState title={title} actions={actions}>
          <p>{text}</p>
          <p>{kept(unsent.value)}</p>
        </EmptyState>
      </main>
    );
  }
  if (view.is === 'refused') {
    return (
      <main>
        <EmptyState title={words.label.refused} actions={actions}>
          <p>{view.message}</p>
        </EmptyState>
      </main>
    );
  }
  if (view.is !== 'empty') return <main />;
  const { title, text } = words.label.empty[view.reason];
  return (
    <main>
      <EmptyState title={title} actions={actions}>
        <p>{text}</p>
        {view.leased > 0 && <p>{words.label.leased(view.leased)}</p>}
        {view.nextAt !== null && <p>{words.label.nextAt(timeOfDay(view.nextAt))}</p>}
      </EmptyState>
    </main>
  );
}

function timeOfDay(time: string): string {
  return new Date(time).toLocaleTimeString('en-GB', { timeStyle: 'short' });
}
