import type { JSX } from 'preact';
import { words } from '../words/words.ts';
import { EvidenceText } from './evidence-text.tsx';
import './verdict-evidence.css';
import type { Workspace } from './workspace.ts';

/** The evidence that somebody else chose, and nothing else: does it decide the claim? */
export function VerdictEvidence({ desk }: { readonly desk: Workspace }): JSX.Element {
  const sets = desk.shown.value?.item.verdictOn ?? [];
  const text = words.label.verdictOnly;
  return (
    <section class="verdict-evidence" aria-labelledby="verdict-evidence-heading">
      <h2 id="verdict-evidence-heading">{text.heading}</h2>
      <p class="verdict-evidence-hint">{text.hint}</p>
      {sets.length === 0 && <p>{text.none}</p>}
      {sets.map((set, at) => (
        <EvidenceText key={set.join(' ')} desk={desk} ids={set} at={at} count={sets.length} />
      ))}
    </section>
  );
}
