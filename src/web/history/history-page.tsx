import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import {
  type HistoryEntry,
  type HistoryResponse,
  historyResponseSchema,
} from '../../annotate/api/history.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { ErrorState } from '../shell/error-state.tsx';
import { Loading } from '../shell/loading.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ApiError, callApi } from '../store/api.ts';
import { savedAt, unsent } from '../store/outbox.ts';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import { HistoryRow } from './history-row.tsx';
import './history-page.css';
import { isCorrected } from '../../annotate/adjudication/correction-of.ts';

const filters = ['all', 'corrected', 'back'] as const;

type Filter = (typeof filters)[number];

/** What this person has done, with how it was corrected. */
export function HistoryPage(): JSX.Element {
  const text = words.history;
  const found = useSignal<HistoryResponse | undefined>(undefined);
  const failure = useSignal<ApiError | undefined>(undefined);
  const filter = useSignal<Filter>('all');
  usePageTitle(text.title);

  const load = async (): Promise<void> => {
    try {
      found.value = await callApi('history', historyResponseSchema);
      failure.value = undefined;
    } catch (error) {
      failure.value = error instanceof ApiError ? error : new ApiError(0, 'FAILED', String(error));
    }
  };
  // Told at once and after each thing that is saved.
  useEffect(() => savedAt.subscribe(() => void load()), []);

  if (found.value === undefined) {
    return (
      <main class="history">
        {failure.value === undefined ? (
          <Loading />
        ) : (
          <ErrorState title={text.failure} detail={failure.value.message} retry={() => void load()} />
        )}
      </main>
    );
  }
  const { entries } = found.value;
  if (entries.length === 0) {
    return (
      <main class="history">
        <EmptyState
          title={text.empty.title}
          actions={
            session.value?.roles.includes('label') === true && (
              <PageLink page="label">{text.empty.action}</PageLink>
            )
          }
        >
          <p>{text.empty.text}</p>
          {unsent.value > 0 && <p>{text.empty.offline}</p>}
        </EmptyState>
      </main>
    );
  }
  const lists: Readonly<Record<Filter, readonly HistoryEntry[]>> = {
    all: entries,
    corrected: entries.filter(isCorrected),
    back: entries.filter(({ sentBack }) => sentBack !== null),
  };
  const shown = lists[filter.value];
  return (
    <main class="history">
      <header class="history-head">
        <h1>{text.heading}</h1>
        <fieldset class="history-filter">
          <legend class="visually-hidden">{text.filter.title}</legend>
          {filters.map((own) => (
            <label key={own}>
              <input
                type="radio"
                name="history-filter"
                checked={filter.value === own}
                onChange={() => {
                  filter.value = own;
                }}
              />
              {text.filter[own]} <span class="history-count">{text.count(lists[own].length, most)}</span>
            </label>
          ))}
        </fieldset>
      </header>
      {unsent.value > 0 && <p class="history-hint">{text.empty.offline}</p>}
      {shown.length === 0 && <p class="history-hint">{text.empty.filtered}</p>}
      {byDay(shown).map(([day, own]) => (
        <section key={day} class="history-day" aria-label={day}>
          <h2>{day}</h2>
          <ol>
            {own.map((entry) => (
              <li key={`${entry.did} ${JSON.stringify(entry.claim)}`}>
                <HistoryRow entry={entry} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </main>
  );
}

/** Entries that the server tells at most. */
const most = 500;

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' });

/** Entries by the day in this browser's time zone, in their order. */
function byDay(entries: readonly HistoryEntry[]): readonly (readonly [string, readonly HistoryEntry[]])[] {
  const found: [string, HistoryEntry[]][] = [];
  for (const entry of entries) {
    const day = days.format(new Date(entry.at));
    const last = found.find(([name]) => name === day);
    if (last !== undefined) last[1].push(entry);
    else found.push([day, [entry]]);
  }
  return found;
}
