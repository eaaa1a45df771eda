import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  type Hit,
  type HitsResponse,
  hitsResponseSchema,
  titlesResponseSchema,
} from '../../annotate/api/corpus.ts';
import { ApiError, callApi } from '../store/api.ts';
import { words } from '../words/words.ts';

/** What is shown of a search. */
export interface ShownSearch {
  readonly titles: readonly string[];
  readonly titlesHeading: string;
  readonly hits: readonly Hit[];
  readonly hitsHeading: string;
  /** For those who hear the page. */
  readonly spoken: string;
  readonly state: {
    readonly message: string | undefined;
    readonly isRetryable: boolean;
    /** Whether the answer has yet to come; what is shown then answers an earlier query. */
    readonly isWaiting: boolean;
  };
}

/** Between the last letter and the question. */
const delayMilliseconds = 120;
/** A query that stands so long was meant. */
const stayMilliseconds = 1_500;
const maxHits = 30;
/** Articles that are shown while nothing is looked for. */
const maxListed = 50;

interface Answer {
  readonly query: string;
  readonly response: HitsResponse;
}

/** The answers to a query as it is typed. Older questions are given up. */
export function useSearch(
  query: ReadonlySignal<string>,
  onSearched: ((query: string) => void) | undefined,
): { readonly shown: ReadonlySignal<ShownSearch>; readonly again: () => void } {
  const answer = useSignal<Answer | undefined>(undefined);
  const failure = useSignal<'offline' | 'failed' | undefined>(undefined);
  const isWaiting = useSignal(false);
  const listed = useSignal<{ readonly titles: readonly string[]; readonly count: number } | undefined>(
    undefined,
  );
  const turn = useSignal(0);
  const told = useRef(onSearched);
  told.current = onSearched;

  useEffect(() => {
    callApi('titles', titlesResponseSchema).then(
      ({ titles, count }) => {
        listed.value = { titles: titles.slice(0, maxListed), count };
      },
      // Without the list there is still the search.
      () => undefined,
    );
  }, [listed]);

  useSignalEffect(() => {
    const wanted = query.value.trim();
    void turn.value;
    failure.value = undefined;
    isWaiting.value = wanted !== '';
    if (wanted === '') {
      answer.value = undefined;
      return undefined;
    }
    const aborted = new AbortController();
    const asking = setTimeout(() => void ask(wanted, aborted.signal), delayMilliseconds);
    const staying = setTimeout(() => told.current?.(wanted), stayMilliseconds);
    return () => {
      clearTimeout(asking);
      clearTimeout(staying);
      aborted.abort();
    };
  });

  async function ask(wanted: string, aborted: AbortSignal): Promise<void> {
    try {
      const path = `search?q=${encodeURIComponent(wanted)}&limit=${maxHits}`;
      const response = await callApi(path, hitsResponseSchema, undefined, aborted);
      if (aborted.aborted) return;
      answer.value = { query: wanted, response };
      isWaiting.value = false;
    } catch (error) {
      if (aborted.aborted) return;
      failure.value = error instanceof ApiError && error.status === 0 ? 'offline' : 'failed';
      isWaiting.value = false;
    }
  }

  const shown = useComputed(() =>
    shownOf(query.value.trim(), answer.value, failure.value, isWaiting.value, listed.value),
  );
  return {
    shown,
    again: () => {
      turn.value += 1;
    },
  };
}

function shownOf(
  query: string,
  answer: Answer | undefined,
  failure: 'offline' | 'failed' | undefined,
  isWaiting: boolean,
  listed: { readonly titles: readonly string[]; readonly count: number } | undefined,
): ShownSearch {
  const said = words.search;
  const nothing = { titles: [], titlesHeading: '', hits: [], hitsHeading: '' };
  const isEngineSilent = answer?.response.scope === 'titles-for-now';
  const say = (
    message: string | undefined,
    spoken = message ?? '',
  ): Pick<ShownSearch, 'spoken' | 'state'> => ({
    spoken,
    state: { message, isRetryable: failure !== undefined || isEngineSilent, isWaiting },
  });
  if (query === '') {
    if (listed === undefined) return { ...nothing, ...say(undefined) };
    const { titles, count } = listed;
    return { ...nothing, titles, titlesHeading: said.allArticles(titles.length, count), ...say(undefined) };
  }
  if (failure !== undefined)
    return { ...nothing, ...say(failure === 'offline' ? said.offline : said.failed) };
  if (answer === undefined) return { ...nothing, ...say(said.searching) };
  const { titles, hits, scope } = answer.response;
  const found = {
    titles,
    titlesHeading: said.articles,
    hits,
    hitsHeading: hits.length === maxHits ? said.most(hits.length) : said.count(hits.length),
  };
  if (isWaiting)
    return { ...found, spoken: '', state: { message: undefined, isRetryable: false, isWaiting } };
  if (scope !== 'all') {
    const why = scope === 'titles' ? said.noIndex : said.noEngine;
    const none = titles.length === 0 ? ` ${said.noTitle}` : '';
    return { ...found, ...say(`${why}${none}`, `${why} ${said.found(titles.length, 0)}`) };
  }
  if (titles.length + hits.length === 0) return { ...found, ...say(said.nothing) };
  return { ...found, ...say(undefined, said.found(titles.length, hits.length)) };
}
