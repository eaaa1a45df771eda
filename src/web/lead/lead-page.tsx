import type { JSX } from 'preact';
import { ariaKeys, shownKeys, useKeys } from '../keyboard/use-keys.ts';
import { ErrorState } from '../shell/error-state.tsx';
import { Loading } from '../shell/loading.tsx';
import { words } from '../words/words.ts';
import { LeadView } from './lead-view.tsx';
import { OwnView } from './own-view.tsx';
import { type LoadedProgress, useProgress } from './use-progress.ts';
import './lead-page.css';

/** How far the annotation is: of all, for who leads; for others their own work. */
export function LeadPage(): JSX.Element {
  const { loaded, refresh } = useProgress();
  useKeys({ refresh: () => refresh() });
  const { progress, error } = loaded.value;
  const isOwn = progress !== undefined && 'own' in progress;
  return (
    <main class="lead-page">
      <header class="lead-page-head">
        <h1>{isOwn ? words.lead.ownTitle : words.lead.title}</h1>
        <Freshness loaded={loaded.value} refresh={refresh} />
      </header>
      {progress === undefined ? (
        error === undefined ? (
          <Loading />
        ) : (
          <ErrorState level={2} title={words.lead.failed} detail={error.message} retry={refresh} />
        )
      ) : 'own' in progress ? (
        <OwnView progress={progress} />
      ) : (
        <LeadView progress={progress} />
      )}
    </main>
  );
}

interface FreshnessProps {
  readonly loaded: LoadedProgress;
  readonly refresh: () => void;
}

/** When the figures were loaded, and how to load them anew. */
function Freshness({ loaded: { at, error, isLoading }, refresh }: FreshnessProps): JSX.Element {
  const time = at?.toLocaleTimeString('en-GB');
  return (
    <div class="lead-page-freshness">
      {time !== undefined && (
        <span class={error === undefined ? undefined : 'lead-page-stale'}>
          {error === undefined ? words.lead.updated(time) : words.lead.stale(time)}
        </span>
      )}
      <button type="button" aria-busy={isLoading} aria-keyshortcuts={ariaKeys('refresh')} onClick={refresh}>
        {words.lead.refresh} {shownKeys('refresh') !== '' && <kbd>{shownKeys('refresh')}</kbd>}
      </button>
    </div>
  );
}
