import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { words } from '../words/words.ts';
import './dataset-hints.css';
import type { DatasetCheck } from './use-dataset-check.ts';

/** Words that give a label away, and claims that say nearly the same. */
export function DatasetHints({
  check,
}: {
  readonly check: ReadonlySignal<DatasetCheck>;
}): JSX.Element | null {
  const { value } = check;
  if (value.status === 'none') return null;
  return (
    <section class="dataset-hints" aria-labelledby="dataset-hints-heading">
      <h2 id="dataset-hints-heading">{words.write.dataset}</h2>
      <div role="status">
        <Found value={value} />
      </div>
    </section>
  );
}

function Found({ value }: { readonly value: DatasetCheck }): JSX.Element | null {
  if (value.status === 'offline') return <p class="dataset-hints-quiet">{words.write.notChecked}</p>;
  if (value.status === 'failed') return <p class="dataset-hints-quiet">{words.write.notCheckedFailed}</p>;
  if (value.status !== 'checked') return null;
  const { cues, near } = value.found;
  if (cues.length + near.length === 0)
    return <p class="dataset-hints-quiet dataset-hints-fine">{words.write.noTelling}</p>;
  return (
    <ul class="dataset-hints-list">
      {cues.map(({ word, label, share, claims }) => (
        <li key={`cue ${word}`}>{words.write.cue(share, claims, word, label)}</li>
      ))}
      {near.map(({ id, claim, similarity }) => (
        <li key={`near ${id}`}>
          {similarity === 1 ? words.write.sameAs(String(id)) : words.write.near(String(id), similarity)}{' '}
          <q>{claim}</q>
        </li>
      ))}
    </ul>
  );
}
