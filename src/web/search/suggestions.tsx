import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type HitsResponse, hitsResponseSchema } from '../../annotate/api/corpus.ts';
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
  const answer = useSignal<HitsResponse | 'failed' | undefined>(undefined);
  const isAsked = useRef(false);

  async function ask(): Promise<void> {
    if (isAsked.current) return;
    isAsked.current = true;
    answer.value = undefined;
    try {
      const path = `suggestions?claim=${encodeURIComponent(String(claim))}`;
      const given = await callApi(path, hitsResponseSchema);
      answer.value = given;
      if (given.scope === 'titles-for-now') isAsked.current = false;
      else onSuggested?.();
    } catch {
      answer.value = 'failed';
      isAsked.current = false;
    }
  }

  const hits = typeof answer.value === 'object' ? answer.value.hits : [];
  return (
    <details
      class="search-pane-suggestions"
      onToggle={(event) => {
        if (event.currentTarget.open) void ask();
      }}
    >
      <summary>{words.search.suggested}</summary>
      <p class="search-pane-message" role="status">
        {noteOf(answer.value)}
      </p>
      {hits.length > 0 && (
        <ul class="search-pane-suggested">
          {hits.map((hit) => (
            <li key={hit.id}>
              <button type="button" class="search-pane-hit" onClick={() => onOpen(hit.title, hit.id)}>
                <HitText hit={hit} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function noteOf(answer: HitsResponse | 'failed' | undefined): string {
  const said = words.search;
  if (answer === undefined) return said.suggesting;
  if (answer === 'failed') return said.failed;
  if (answer.scope === 'titles') return said.noIndex;
  if (answer.scope === 'titles-for-now') return said.noEngine;
  return answer.hits.length === 0 ? said.noSuggestions : said.suggestedNote;
}
