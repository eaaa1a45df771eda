import type { JSX } from 'preact';
import type { ClaimProgress } from '../../stats/progress/progress.ts';
import { words } from '../words/words.ts';
import './claims-bar.css';

export interface ClaimsBarProps {
  readonly claims: Pick<ClaimProgress, 'all' | 'untouched' | 'begun' | 'answered' | 'decided'>;
  readonly overlap: number;
}

/** How far the claims are, as a bar and in words. */
export function ClaimsBar({ claims, overlap }: ClaimsBarProps): JSX.Element {
  const { lead } = words;
  const parts = [
    { id: 'decided', name: lead.decided, count: claims.decided },
    { id: 'answered', name: lead.answered, count: claims.answered - claims.decided },
    { id: 'begun', name: lead.begun, count: claims.begun },
    { id: 'untouched', name: lead.untouched, count: claims.untouched },
  ];
  return (
    <div class="claims-bar">
      <p class="claims-bar-figure">{lead.answeredOf(claims.answered, claims.all)}</p>
      <div
        class="claims-bar-bar"
        role="img"
        aria-label={lead.barLabel(parts.map(({ name, count }) => lead.part(name, count)))}
      >
        {parts
          .filter(({ count }) => count > 0)
          .map(({ id, count }) => (
            <span key={id} class={`claims-bar-part claims-bar-${id}`} style={{ flexGrow: count }} />
          ))}
      </div>
      <ul class="claims-bar-legend">
        {parts.map(({ id, name, count }) => (
          <li key={id}>
            <span class={`claims-bar-key claims-bar-${id}`} aria-hidden="true" />
            {name} <strong>{lead.number(count)}</strong>
          </li>
        ))}
      </ul>
      <p class="claims-bar-note">{claims.all === 0 ? lead.noClaims : lead.byEach(overlap)}</p>
    </div>
  );
}
