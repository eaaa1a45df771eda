import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { AdjudicatePage } from './adjudicate/adjudicate-page.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { LabelPage } from './label/label-page.tsx';
import { LeadPage } from './lead/lead-page.tsx';
import { pagesOf } from './shell/pages-of.ts';
import { goTo, route } from './shell/route.ts';
import { Shell } from './shell/shell.tsx';
import { StartState } from './shell/start-state.tsx';
import { ApiError } from './store/api.ts';
import { noteRevision } from './store/articles.ts';
import { loadSession, session } from './store/session.ts';
import { WritePage } from './write/write-page.tsx';

const pages = {
  label: LabelPage,
  write: WritePage,
  adjudicate: AdjudicatePage,
  lead: LeadPage,
  history: HistoryPage,
};

const retryMilliseconds = 5_000;

/** The page that the address names, below the bar; before, who works here. */
export function App(): JSX.Element {
  const error = useSignal<ApiError | undefined>(undefined);
  const load = (): void => {
    loadSession().then(
      (found) => {
        error.value = undefined;
        void noteRevision(found.revision);
        toPageOf(found);
      },
      (reason: unknown) => {
        error.value =
          reason instanceof ApiError
            ? reason
            : new ApiError(500, 'FAILED', reason instanceof Error ? reason.message : String(reason));
      },
    );
  };
  useEffect(load, []);
  const isAway = error.value?.status === 0;
  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setInterval(load, retryMilliseconds);
    return () => clearInterval(timer);
  }, [isAway]);

  const found = session.value;
  if (found === undefined) return <StartState error={error.value} retry={load} />;
  const Page = pages[route.value.page];
  return (
    <Shell session={found}>
      <Page />
    </Shell>
  );
}

/** The first address of all is that of labelling: who does not label begins with what waits to be decided. */
function toPageOf(found: Parameters<typeof pagesOf>[0]): void {
  const pages = pagesOf(found);
  const isStart = route.value.page === 'label' && route.value.claim === undefined;
  const first = pages.includes('adjudicate') ? 'adjudicate' : pages[0];
  if (first !== undefined && isStart && !pages.includes('label')) goTo(first);
}
