import type { JSX } from 'preact';
import type { Draft, DraftAction } from '../../annotate/draft/draft.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import './nei-panel.css';

export interface NeiPanelProps {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  readonly isReadOnly: boolean;
}

/** What becomes of what was looked at where there is not enough information. */
export function NeiPanel({ draft, act, isReadOnly }: NeiPanelProps): JSX.Element {
  const { sets, consulted, keepsPartial = false } = draft;
  const chosen = new Set(sets.flat()).size;
  const text = words.label.nei;
  const said = keepsPartial
    ? text.kept
    : chosen > 0
      ? text.noted(chosen)
      : consulted.length > 0
        ? undefined
        : text.nothing(shownKeys('consult'));
  return (
    <section class="nei-panel" aria-labelledby="nei-panel-heading">
      <h2 id="nei-panel-heading">{text.heading}</h2>
      {said !== undefined && <p role="status">{said}</p>}
      {chosen > 0 && (
        <label class="nei-panel-keep">
          <input
            type="checkbox"
            checked={keepsPartial}
            disabled={isReadOnly}
            onChange={(event) => act({ type: 'keep-partial', keep: event.currentTarget.checked })}
          />
          {text.keepPartial}
        </label>
      )}
    </section>
  );
}
