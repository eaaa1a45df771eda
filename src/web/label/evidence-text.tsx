import type { JSX } from 'preact';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { words } from '../words/words.ts';
import './evidence-text.css';
import type { Workspace } from './workspace.ts';

export interface EvidenceTextProps {
  readonly desk: Workspace;
  readonly ids: readonly string[];
  /** Position of the set, from 0. */
  readonly at: number;
  readonly count: number;
}

/** An evidence set in words: what its elements say, and under what they stand. */
export function EvidenceText({ desk, ids, at, count }: EvidenceTextProps): JSX.Element {
  const text = words.label.verdictOnly;
  return (
    <figure class="evidence-text">
      {count > 1 && <figcaption>{text.set(at, count)}</figcaption>}
      <ul>
        {ids.map((id) => {
          const found = desk.describe(id);
          const title = parseEvidenceId(id)?.title;
          return (
            <li key={id}>
              <p class="evidence-text-where" dir="auto">
                {[...(title === undefined ? [] : [title]), ...(found?.context ?? [])].join(' › ')}
              </p>
              <p dir="auto">{found?.text ?? text.missing}</p>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
