import type { JSX } from 'preact';
import type { Hit } from '../../annotate/api/corpus.ts';
import { snippetOf } from '../../text/snippet.ts';
import { words } from '../words/words.ts';

/** Longer passages are cut around the first word that was looked for. */
const maxChars = 220;

export interface HitTextProps {
  readonly hit: Hit;
  /** What was looked for: its words are marked. */
  readonly query: string;
  /** Whether the article's title is said too. */
  readonly hasTitle?: boolean;
}

/** A passage that was found: where it stands, then its text. */
export function HitText({ hit, query, hasTitle = true }: HitTextProps): JSX.Element {
  const place = [
    ...(hasTitle || hit.context.length === 0 ? [hit.title] : []),
    ...(hit.kind === 'sentence' ? [] : [words.search.kinds[hit.kind]]),
    ...hit.context,
  ];
  return (
    <>
      <span class="search-pane-place">{place.join(' › ')}</span>{' '}
      <span class="search-pane-text">
        {snippetOf(hit.text, query, maxChars).map(({ text, isMarked }, at) =>
          isMarked ? <mark key={at}>{text}</mark> : text,
        )}
      </span>
    </>
  );
}
