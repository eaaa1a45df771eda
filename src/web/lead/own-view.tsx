import type { JSX } from 'preact';
import type { OwnProgress } from '../../stats/progress/progress.ts';
import { PageLink } from '../shell/page-link.tsx';
import { words } from '../words/words.ts';
import { DaysPart, LabelsPart } from './answer-parts.tsx';
import { ClaimsBar } from './claims-bar.tsx';
import { LeadNothing, LeadSection } from './lead-section.tsx';
import './own-view.css';
import './lead-view.css';

/** What an annotator has done, and how far all are together. */
export function OwnView({ progress }: { readonly progress: OwnProgress }): JSX.Element {
  const { lead, shell } = words;
  const { claims, overlap, own } = progress;
  const timed = (seconds: number | null): string =>
    seconds === null || seconds === 0 ? lead.none : lead.duration(seconds);
  const figures: readonly (readonly [name: string, value: string])[] = [
    [lead.ownAnswered, lead.number(own.answered)],
    [lead.ownWaiting, lead.number(own.waiting)],
    [lead.ownSkipped, lead.number(own.skipped)],
    [lead.ownMedian, timed(own.medianSeconds)],
    [lead.ownActive, timed(own.activeSeconds)],
    [lead.ownIdle, timed(own.idleSeconds)],
    [lead.ownHidden, timed(own.hiddenSeconds)],
    [lead.ownCorrected, lead.number(own.corrected)],
  ];
  return (
    <>
      {own.answered === 0 && own.skipped === 0 && <p>{lead.ownNothing}</p>}
      <dl class="own-view">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {own.corrected > 0 && (
        <p>
          <PageLink page="history">{shell.page.history}</PageLink> {lead.ownCorrectedHelp}
        </p>
      )}
      {own.answered > 0 && (
        <div class="lead-view">
          <LabelsPart given={own.labels} />
          <DaysPart days={own.days} />
        </div>
      )}
      <LeadSection title={lead.all}>
        <ClaimsBar claims={claims} overlap={overlap} />
        <LeadNothing>{lead.ownPrivate}</LeadNothing>
      </LeadSection>
    </>
  );
}
