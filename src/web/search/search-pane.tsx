import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Hit } from '../../annotate/api/corpus.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { ariaKeys, shownKeys, useKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import { HitText } from './hit-text.tsx';
import { ResultGroup } from './result-group.tsx';
import './search-pane.css';
import { Suggestions } from './suggestions.tsx';
import { useSearch } from './use-search.ts';

export interface SearchPaneProps {
  /** The claim that evidence is suggested for, where it may be. */
  readonly claim?: ClaimId;
  /** Whether evidence may be suggested: `session.suggestions`. */
  readonly isSuggestionsOn: boolean;
  /** Opens an article, at an element of it. */
  readonly onOpen: (title: string, id?: string) => void;
  /** What was looked for, once for each query that somebody stayed with. */
  readonly onSearched?: (query: string) => void;
  /** Suggestions were shown. */
  readonly onSuggested?: () => void;
}

/** A line of the results: an article, or a passage of one. */
type Option = { readonly title: string; readonly hit?: Hit };

/** Searches the corpus, and shows what may be evidence for a claim. */
export function SearchPane({
  claim,
  isSuggestionsOn,
  onOpen,
  onSearched,
  onSuggested,
}: SearchPaneProps): JSX.Element {
  const own = useId();
  const box = useRef<HTMLInputElement>(null);
  const query = useSignal('');
  const chosen = useSignal(-1);
  /** What the search is for: a query that still stands says nothing of the next claim. */
  const searched = useRef<{ readonly claim: ClaimId | undefined; told?: string }>({ claim });
  const tell = (typed: string): void => {
    if (searched.current.claim !== claim || searched.current.told === typed) return;
    searched.current.told = typed;
    onSearched?.(typed);
  };
  const { shown: found, again } = useSearch(query, tell);
  const shown = found.value;
  const { titles, hits, state } = shown;

  const options: Option[] = [
    ...titles.map((title) => ({ title })),
    ...hits.map((hit) => ({ title: hit.title, hit })),
  ];
  const hasTitles = new Set(hits.map(({ title }) => title)).size > 1;
  const active = options[chosen.value] === undefined ? undefined : `${own}-${chosen.value}`;

  useKeys({
    search: () => {
      box.current?.focus();
      box.current?.select();
    },
  });
  useEffect(() => {
    if (active !== undefined) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const isAwaited = useRef(false);
  useEffect(() => {
    if (state.isWaiting || !isAwaited.current) return;
    isAwaited.current = false;
    open(options[chosen.value] ?? options[0]);
  }, [shown]);

  function open(option: Option | undefined): void {
    if (option === undefined) return;
    if (searched.current.claim !== claim) searched.current = { claim };
    if (query.value.trim() !== '') tell(query.value.trim());
    box.current?.blur();
    onOpen(option.title, option.hit?.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const last = options.length - 1;
    const at = chosen.value;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        chosen.value = at >= last ? 0 : at + 1;
      },
      ArrowUp: () => {
        chosen.value = at <= 0 ? last : at - 1;
      },
      Enter: () => {
        // What was typed is meant, not what is still shown of the query before.
        if (state.isWaiting) isAwaited.current = true;
        else open(options[at] ?? (query.value.trim() === '' ? undefined : options[0]));
      },
      Escape: () => {
        if (query.value === '') box.current?.blur();
        query.value = '';
        chosen.value = -1;
      },
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    move();
  }

  const optionOf = (option: Option, at: number): JSX.Element => (
    // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the option by aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the box.
    <div
      key={option.hit?.id ?? option.title}
      id={`${own}-${at}`}
      class={option.hit === undefined ? 'search-pane-title' : 'search-pane-hit'}
      role="option"
      aria-selected={at === chosen.value}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => open(option)}
    >
      {option.hit === undefined ? option.title : <HitText hit={option.hit} hasTitle={hasTitles} />}
    </div>
  );

  return (
    <search class="search-pane" aria-label={words.search.heading}>
      <div class="search-pane-box">
        <input
          ref={box}
          type="search"
          role="combobox"
          autocomplete="off"
          dir="auto"
          spellcheck={false}
          maxLength={400}
          aria-label={words.search.box}
          aria-expanded={options.length > 0}
          aria-controls={`${own}-list`}
          aria-autocomplete="list"
          aria-keyshortcuts={ariaKeys('search')}
          {...(active !== undefined && { 'aria-activedescendant': active })}
          placeholder={words.search.placeholder}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            if (searched.current.claim !== claim) searched.current = { claim };
            isAwaited.current = false;
            chosen.value = -1;
          }}
          onKeyDown={onKeyDown}
        />
        {query.value === '' && shownKeys('search') !== '' && (
          <span class="search-pane-key" aria-hidden="true">
            <kbd>{shownKeys('search')}</kbd>
          </span>
        )}
      </div>
      <p class="visually-hidden" role="status">
        {shown.spoken}
      </p>
      {state.message !== undefined && (
        <p class="search-pane-message">
          {state.message}
          {state.isRetryable && (
            <button type="button" class="search-pane-again" onClick={again}>
              {words.search.again}
            </button>
          )}
        </p>
      )}
      <div
        id={`${own}-list`}
        class={state.isWaiting ? 'search-pane-list search-pane-stale' : 'search-pane-list'}
        role="listbox"
        aria-label={words.search.heading}
        tabIndex={-1}
      >
        {titles.length > 0 && (
          <ResultGroup heading={shown.titlesHeading}>
            {titles.map((title, at) => optionOf({ title }, at))}
          </ResultGroup>
        )}
        {hits.length > 0 && (
          <ResultGroup heading={shown.hitsHeading}>
            {hits.map((hit, at) => optionOf({ title: hit.title, hit }, titles.length + at))}
          </ResultGroup>
        )}
      </div>
      {isSuggestionsOn && claim !== undefined && (
        <Suggestions
          key={String(claim)}
          claim={claim}
          onOpen={onOpen}
          {...(onSuggested !== undefined && { onSuggested })}
        />
      )}
    </search>
  );
}
