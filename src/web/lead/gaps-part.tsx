import type { JSX } from 'preact';
import type { Progress } from '../../stats/progress/progress.ts';
import { PageLink } from '../shell/page-link.tsx';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import { LeadNothing, LeadSection } from './lead-section.tsx';
import './gaps-part.css';

/** What the guidelines do not tell, as decisions have noted it. */
export function GapsPart({ progress: { guidelineGaps } }: { readonly progress: Progress }): JSX.Element {
  const { lead } = words;
  const mayLook = session.value?.roles.includes('adjudicate') === true;
  return (
    <LeadSection title={lead.gapsTitle} {...(guidelineGaps.length > 0 && { help: lead.gapsHelp })}>
      {guidelineGaps.length === 0 ? (
        <LeadNothing>{lead.gapsNone}</LeadNothing>
      ) : (
        <ul class="gaps-part">
          {guidelineGaps.map(({ claim, comment }) => {
            const name = lead.claim(String(claim));
            return (
              <li key={String(claim)}>
                {mayLook ? (
                  <PageLink page="adjudicate" claim={claim}>
                    {name}
                  </PageLink>
                ) : (
                  name
                )}{' '}
                {comment === '' ? <em>{lead.gapWithout}</em> : <q>{comment}</q>}
              </li>
            );
          })}
        </ul>
      )}
    </LeadSection>
  );
}
