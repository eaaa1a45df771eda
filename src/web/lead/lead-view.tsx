import type { JSX } from 'preact';
import type { Progress } from '../../stats/progress/progress.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import { AgreementPart } from './agreement-part.tsx';
import { CuesPart, DaysPart, LabelsPart, SkipsPart, TimesPart } from './answer-parts.tsx';
import { ClaimsBar } from './claims-bar.tsx';
import { ConfusionTable } from './confusion-table.tsx';
import { GapsPart } from './gaps-part.tsx';
import { LeadNothing, LeadSection } from './lead-section.tsx';
import { PeopleTable } from './people-table.tsx';
import { WaitingPart } from './waiting-part.tsx';
import './lead-view.css';

/** All figures, for who leads. */
export function LeadView({ progress }: { readonly progress: Progress }): JSX.Element {
  const { lead } = words;
  const { claims, annotators } = progress;
  const hasNothing =
    progress.answers === 0 && claims.decided === 0 && annotators.every(({ skipped }) => skipped === 0);
  return (
    <>
      <div>
        <ClaimsBar claims={claims} overlap={progress.overlap} />
        <Besides claims={claims} />
      </div>
      {hasNothing ? (
        <EmptyState level={2} title={lead.nobody}>
          {session.value?.isShared === true ? lead.nobodyHelp : lead.nobodySolo}
        </EmptyState>
      ) : (
        <div class="lead-view">
          <WaitingPart progress={progress} />
          <AgreementPart progress={progress} />
          <LeadSection
            title={lead.confusionTitle}
            {...(progress.compared > 0 && { help: lead.confusionHelp })}
          >
            {progress.compared === 0 ? (
              <LeadNothing>{lead.confusionNone}</LeadNothing>
            ) : (
              <ConfusionTable confusion={progress.confusion} />
            )}
          </LeadSection>
          <LabelsPart given={progress.labels} />
          <People progress={progress} />
          <DaysPart days={progress.days} />
          <TimesPart times={progress.times} medianSeconds={progress.medianSeconds} />
          <GapsPart progress={progress} />
          <SkipsPart skips={progress.skips} flags={progress.flags} />
          <CuesPart cues={progress.cues} />
        </div>
      )}
    </>
  );
}

function Besides({ claims: { gold, dropped } }: Pick<Progress, 'claims'>): JSX.Element | null {
  const { lead } = words;
  if (gold === 0 && dropped === 0) return null;
  return (
    <p class="lead-view-besides">
      {gold > 0 && lead.alsoGold(gold)} {dropped > 0 && lead.alsoDropped(dropped)}
    </p>
  );
}

function People({ progress: { annotators } }: { readonly progress: Progress }): JSX.Element | null {
  const { lead } = words;
  if (annotators.length === 0) return null;
  const isShared = session.value?.isShared === true;
  return (
    <LeadSection title={lead.peopleTitle} isWide {...(isShared && { help: lead.private })}>
      <PeopleTable annotators={annotators} />
      {annotators.some(({ hasty }) => hasty > 0) && <LeadNothing>{lead.hastyHelp}</LeadNothing>}
      {annotators.some(({ gold }) => gold.answered > 0) && <LeadNothing>{lead.goldHelp}</LeadNothing>}
    </LeadSection>
  );
}
