import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Session } from '../../annotate/api/session.ts';
import { guidelineTopics, openedTopics, showGuidelines } from '../guidelines/guidelines.ts';
import { GuidelinesPanel } from '../guidelines/guidelines-panel.tsx';
import { isHelpOpen, openHelp } from '../keyboard/help.ts';
import { HelpDialog } from '../keyboard/help-dialog.tsx';
import { PendingHint } from '../keyboard/pending-hint.tsx';
import { useKeys } from '../keyboard/use-keys.ts';
import { lateEvents } from '../store/outbox.ts';
import { words } from '../words/words.ts';
import { Boundary } from './boundary.tsx';
import { ConfirmHost } from './confirm.tsx';
import { ErrorState } from './error-state.tsx';
import { PageLink } from './page-link.tsx';
import { usePageTitle } from './page-title.ts';
import { pagesOf } from './pages-of.ts';
import { route } from './route.ts';
import { showToast, Toasts } from './toast.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

export interface ShellProps {
  readonly session: Session;
  readonly children: ComponentChildren;
}

/** What stands around every part of the page: the bar, help, guidelines, questions, what is said at the lower edge. */
export function Shell({ session, children }: ShellProps): JSX.Element {
  useKeys({ help: openHelp, guidelines: () => showGuidelines() });
  useLateToasts();
  useFocusOnPage();
  const { page } = route.value;
  return (
    <div class="shell">
      <button type="button" class="shell-skip" onClick={focusPage}>
        {words.shell.skipLink}
      </button>
      <TopBar session={session} />
      <PageTitle />
      <div class="shell-page">
        {pagesOf(session).includes(page) ? (
          <Boundary key={page}>{children}</Boundary>
        ) : (
          <NoRole session={session} />
        )}
      </div>
      <Overlays />
      <PendingHint />
      <Toasts />
    </div>
  );
}

/** Stands before the page, which may name itself more exactly. */
function PageTitle(): null {
  usePageTitle(words.shell.page[route.value.page]);
  return null;
}

function Overlays(): JSX.Element {
  return (
    <>
      {isHelpOpen.value && (
        <HelpDialog
          onClose={() => {
            isHelpOpen.value = false;
          }}
        />
      )}
      {openedTopics.value !== undefined && (
        <GuidelinesPanel
          topics={openedTopics.value}
          onClose={() => {
            openedTopics.value = undefined;
          }}
        />
      )}
      <ConfirmHost />
    </>
  );
}

function NoRole({ session }: { readonly session: Session }): JSX.Element {
  const { failure, page: names } = words.shell;
  const [first] = pagesOf(session);
  return (
    <main>
      <ErrorState
        title={failure.roleTitle(names[route.value.page])}
        actions={first !== undefined && <PageLink page={first}>{failure.goTo(names[first])}</PageLink>}
      >
        {failure.role}
      </ErrorState>
    </main>
  );
}

/** Goes to the content past the bar. */
function focusPage(): void {
  const main = document.querySelector('main');
  main?.setAttribute('tabindex', '-1');
  main?.focus();
}

/** Another part begins at its beginning, for the eyes and for screen readers. */
function useFocusOnPage(): void {
  const { page } = route.value;
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    guidelineTopics.value = [];
    scrollTo(0, 0);
    focusPage();
  }, [page]);
}

function useLateToasts(): void {
  const told = useRef(lateEvents.value.length);
  const all = lateEvents.value;
  useEffect(() => {
    for (const { claim } of all.slice(told.current)) {
      showToast({ text: words.shell.late(String(claim)), kind: 'warning', seconds: 12 });
    }
    told.current = all.length;
  }, [all]);
}
