import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { EvidenceSet } from '../../claims/claim.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { words } from '../words/words.ts';
import { describeId } from './evidence-of-articles.ts';
import './evidence-words.css';

export interface EvidenceWordsProps {
  readonly evidence: readonly EvidenceSet[];
  /** Shows an element in its article; without it elements are only told. */
  readonly show?: (id: string) => void;
  /** Long evidence is folded to so many elements. By default none is. */
  readonly most?: number;
}

/** Evidence in words: the elements of a set one below the other, "or" between sets. */
export function EvidenceWords({ evidence, show, most = Infinity }: EvidenceWordsProps): JSX.Element {
  const { noEvidence, or, more, fewer } = words.adjudicate.answers;
  const isUnfolded = useSignal(false);
  if (evidence.length === 0) return <p class="evidence-words-none">{noEvidence}</p>;
  // A fold that hides one element saves no room.
  const hidden = evidence.flat().length - most;
  const isFoldable = hidden > 1;
  const shown = isFoldable && !isUnfolded.value ? firstOf(evidence, most) : evidence;
  return (
    <div class="evidence-words">
      {shown.map((set, position) => (
        <div key={set.join('\n')} class="evidence-words-set">
          {position > 0 && <span class="evidence-words-or">{or}</span>}
          <ul>
            {set.map((id) => (
              <li key={id}>
                <UnitWords id={id} {...(show !== undefined && { show })} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isFoldable && (
        <button
          type="button"
          class="quiet evidence-words-more"
          aria-expanded={isUnfolded.value}
          onClick={() => {
            isUnfolded.value = !isUnfolded.peek();
          }}
        >
          {isUnfolded.value ? fewer : more(hidden)}
        </button>
      )}
    </div>
  );
}

/** The sets as far as the first so many elements go. */
function firstOf(evidence: readonly EvidenceSet[], most: number): readonly EvidenceSet[] {
  let left = most;
  return evidence.flatMap((set) => {
    const shown = set.slice(0, left);
    left -= shown.length;
    return shown.length === 0 ? [] : [shown];
  });
}

/** One element: what it is called, its text, what heads it. */
function UnitWords({ id, show }: { readonly id: string; readonly show?: (id: string) => void }): JSX.Element {
  const parts = parseEvidenceId(id);
  const name = parts === undefined ? id : words.evidence.unitName(parts.kind, parts.numbers);
  const found = describeId(id);
  const inside = (
    <>
      <span class="evidence-words-name">{name}</span>{' '}
      {found === undefined ? (
        <span class="evidence-words-id">{id}</span>
      ) : (
        <>
          <span class="evidence-words-text">{found.text === '' ? words.evidence.emptyText : found.text}</span>
          {parts?.kind.endsWith('cell') === true && found.context.length > 0 && (
            <span class="evidence-words-context"> {found.context.join(' · ')}</span>
          )}
        </>
      )}
    </>
  );
  if (show === undefined) return <span class="evidence-words-unit">{inside}</span>;
  return (
    <button type="button" class="evidence-words-unit evidence-words-shown" onClick={() => show(id)}>
      {inside}
    </button>
  );
}
