import type { JSX } from 'preact';
import { words } from '../words/words.ts';
import './claim-bar.css';
import { Notices } from './notices.tsx';
import type { Workspace } from './workspace.ts';

export interface ClaimBarProps {
  readonly desk: Workspace;
  /** Opens the left column where there is no room for it. */
  readonly onTools: () => void;
  readonly hasTools: boolean;
}

/** From so many characters on a claim may not fit into the bar: what scrolls must be reached by keys. */
const longClaim = 400;

/** The claim, always in view, with what an annotator may know of it. */
export function ClaimBar({ desk, onTools, hasTools }: ClaimBarProps): JSX.Element {
  const claim = desk.shown.value;
  return (
    <header class="claim-bar">
      <div class="claim-bar-line">
        {hasTools && (
          <button type="button" class="claim-bar-tools" onClick={onTools} aria-label={words.label.tools}>
            <span aria-hidden="true">☰</span>
          </button>
        )}
        <div class="claim-bar-text" tabIndex={(claim?.item.claim.length ?? 0) > longClaim ? 0 : undefined}>
          {claim === undefined ? (
            <h1 class="claim-bar-waiting" tabIndex={-1}>
              {words.label.loading}
            </h1>
          ) : (
            <h1 key={claim.item.id} dir="auto" tabIndex={-1}>
              {claim.item.claim}
            </h1>
          )}
          {claim !== undefined && (
            <p class="claim-bar-facts">
              <span>{words.label.claimId(String(claim.item.id))}</span>
              {claim.item.training === true && <strong>{words.label.training}</strong>}
              {claim.isFlagged && <strong class="claim-bar-flag">⚑ {words.label.flagged}</strong>}
            </p>
          )}
        </div>
      </div>
      <Notices desk={desk} />
    </header>
  );
}
