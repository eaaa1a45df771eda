import type { JSX } from 'preact';
import type { WaitingClaim, WrittenClaim } from '../../annotate/write/kept-writing.ts';
import type { Label } from '../../claims/label.ts';
import { labelTone } from '../labels/label-tone.ts';
import { words } from '../words/words.ts';
import './written-list.css';
import { forget, refusals, takeBack, waiting, written } from './written.ts';

export interface WrittenListProps {
  readonly onChange: (claim: WrittenClaim) => void;
  readonly onMutate: (claim: WrittenClaim) => void;
}

/** Claims that were submitted in this browser, the latest first. */
export function WrittenList({ onChange, onMutate }: WrittenListProps): JSX.Element {
  const count = written.value.length + waiting.value.length;
  return (
    <section class="written-list" aria-labelledby="written-list-heading">
      <h2 id="written-list-heading">
        {words.write.written}
        {count > 0 && <span class="written-list-count">{words.write.writtenCount(count)}</span>}
      </h2>
      {count === 0 && <p class="written-list-note">{words.write.writtenNone}</p>}
      <ol class="written-list-claims">
        {waiting.value.toReversed().map((claim) => (
          <Waiting key={claim.key} claim={claim} />
        ))}
        {written.value.map((claim) => (
          <Written key={String(claim.record.id)} claim={claim} onChange={onChange} onMutate={onMutate} />
        ))}
      </ol>
    </section>
  );
}

function Waiting({ claim: { key, draft } }: { readonly claim: WaitingClaim }): JSX.Element {
  return (
    <li class="written-list-claim">
      <p class="written-list-text">{draft.text}</p>
      <p class="written-list-facts">
        {draft.answer.label !== undefined && <LabelName label={draft.answer.label} />}
        <span class="written-list-waiting">{words.write.waiting}</span>
        <span class="written-list-actions">
          <button type="button" class="quiet" onClick={() => forget(key)}>
            {words.write.forget}
          </button>
        </span>
      </p>
    </li>
  );
}

interface WrittenProps extends WrittenListProps {
  readonly claim: WrittenClaim;
}

function Written({ claim, onChange, onMutate }: WrittenProps): JSX.Element {
  const { id, claim: text, label } = claim.record;
  const name = String(id);
  const refusal = refusals.value.get(name);
  return (
    <li class="written-list-claim">
      <p class="written-list-text">{text}</p>
      <p class="written-list-facts">
        <LabelName label={label} />
        <span>{name}</span>
        <span class="written-list-actions">
          <button
            type="button"
            class="quiet"
            aria-label={words.write.mutateOf(name)}
            onClick={() => onMutate(claim)}
          >
            {words.write.mutate}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={words.write.editOf(name)}
            onClick={() => onChange(claim)}
          >
            {words.write.edit}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={words.write.undoOf(name)}
            onClick={() => void takeBack(id)}
          >
            {words.write.undo}
          </button>
        </span>
      </p>
      {refusal !== undefined && <p class="written-list-refusal">{refusal}</p>}
    </li>
  );
}

function LabelName({ label }: { readonly label: Label }): JSX.Element {
  return (
    <span class={`written-list-label written-list-${labelTone[label]}`}>{words.names.labels[label]}</span>
  );
}
