import type { JSX } from 'preact';
import type { Progress } from '../../stats/progress/progress.ts';
import { waitingKinds } from '../../stats/progress/waiting-kinds.ts';
import { PageLink } from '../shell/page-link.tsx';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import { LeadNothing, LeadSection } from './lead-section.tsx';
import './waiting-part.css';

/** What waits for a decision, and the way to it. */
export function WaitingPart({ progress: { claims, waiting } }: { readonly progress: Progress }): JSX.Element {
  const { lead } = words;
  const kinds = waitingKinds.filter((kind) => waiting[kind] > 0);
  const mayDecide = session.value?.roles.includes('adjudicate') === true && claims.conflicts > 0;
  return (
    <LeadSection
      title={lead.waitingTitle}
      action={mayDecide && <PageLink page="adjudicate">{lead.adjudicate}</PageLink>}
    >
      {claims.conflicts === 0 ? (
        <LeadNothing>{lead.waitingNone}</LeadNothing>
      ) : (
        <>
          <p>
            <strong>{lead.waitingCount(claims.conflicts)}</strong>
          </p>
          <dl class="waiting-part">
            {kinds.map((kind) => (
              <div key={kind}>
                <dt>{lead.waiting[kind]}</dt>
                <dd>{lead.number(waiting[kind])}</dd>
              </div>
            ))}
          </dl>
          {kinds.length > 1 && <LeadNothing>{lead.waitingAll}</LeadNothing>}
        </>
      )}
    </LeadSection>
  );
}
