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
}

/** Evidence in words: the elements of a set one below the other, "or" between sets. */
export function EvidenceWords({ evidence, show }: EvidenceWordsProps): JSX.Element {
  const { noEvidence, or } = words.adjudicate.answers;
  if (evidence.length === 0) return <p class="evidence-words-none">{noEvidence}</p>;
  return (
    <div class="evidence-words">
      {evidence.map((set, position) => (
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
    </div>
  );
}

/** One element: what it is called, its text, what heads it. */
function UnitWords({
  id,
  show,
}: {
  readonly id: string;
  readonly show?: (id: string) => void;
}): JSX.Element {
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
