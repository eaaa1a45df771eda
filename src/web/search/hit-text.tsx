import type { JSX } from 'preact';
import type { Hit } from '../../annotate/api/corpus.ts';
import { words } from '../words/words.ts';

export interface HitTextProps {
  readonly hit: Hit;
  /** Whether the article's title is said too. */
  readonly hasTitle?: boolean;
}

/** A passage that was found: where it stands, its text with what was looked for marked, and of a suggestion the reasons. */
export function HitText({ hit, hasTitle = true }: HitTextProps): JSX.Element {
  const place = [
    ...(hasTitle || hit.context.length === 0 ? [hit.title] : []),
    ...(hit.kind === 'sentence' ? [] : [words.search.kinds[hit.kind]]),
    ...hit.context,
  ];
  const reasons = reasonsOf(hit);
  return (
    <>
      <span class="search-pane-place">{place.join(' › ')}</span>{' '}
      <span class="search-pane-text" dir="auto">
        {hit.snippet.map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : text))}
      </span>
      {reasons.length > 0 && <span class="search-pane-reasons">{reasons.join(' · ')}</span>}
    </>
  );
}

/** Reasons that are shown at most. */
const maxReasons = 4;

/** Why a passage is suggested: names, numbers and words that it has from the claim are told together. Of a reason that was met before only the first is said. */
function reasonsOf({ reasons = [] }: Hit): string[] {
  const told = new Map<string, string>();
  const shared: string[] = [];
  for (const { kind, text } of reasons.slice(0, maxReasons)) {
    if (kind === 'title' || kind === 'link' || kind === 'related')
      told.set(kind, told.get(kind) ?? words.search.reasons[kind](text));
    else shared.push(text);
  }
  return [...told.values(), ...(shared.length === 0 ? [] : [words.search.hasWords([...new Set(shared)])])];
}
