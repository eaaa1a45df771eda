import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type Hit, hitsResponseSchema } from '../../annotate/api/corpus.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { callApi } from '../store/api.ts';
import { words } from '../words/words.ts';
import { HitText } from './hit-text.tsx';

export interface SuggestionsProps {
  readonly claim: ClaimId;
  readonly onOpen: (title: string, id?: string) => void;
  readonly onSuggested?: () => void;
}

/** Passages that may be evidence for a claim, fetched and told of only when somebody asks to see them. */
export function Suggestions({ claim, onOpen, onSuggested }: SuggestionsProps): JSX.Element {
  const hits = useSignal<readonly Hit[] | 'failed' | undefined>(undefined);
  const isAsked = useRef(false);

  async function ask(): Promise<void> {
    if (isAsked.current) return;
    isAsked.current = true;
    hits.value = undefined;
    try {
      const path = `suggestions?claim=${encodeURIComponent(String(claim))}`;
      hits.value = (await callApi(path, hitsResponseSchema)).hits;
      onSuggested?.();
    } catch {
      hits.value = 'failed';
      isAsked.current = false;
    }
  }

  const found = hits.value;
  return (
    <details
      class="search-pane-suggestions"
      onToggle={(event) => {
        if (event.currentTarget.open) void ask();
      }}
    >
      <summary>{words.search.suggested}</summary>
      <p class="search-pane-message" role="status">
        {found === undefined
          ? words.search.suggesting
          : found === 'failed'
            ? words.search.failed
            : found.length === 0
              ? words.search.noSuggestions
              : words.search.suggestedNote}
      </p>
      {Array.isArray(found) && found.length > 0 && (
        <ul class="search-pane-suggested">
          {found.map((hit: Hit) => (
            <li key={hit.id}>
              <button type="button" class="search-pane-hit" onClick={() => onOpen(hit.title, hit.id)}>
                <HitText hit={hit} query="" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
