import type { JSX } from 'preact';
import { type Label, labels } from '../../claims/label.ts';
import { skipReasons } from '../../claims/skip-reason.ts';
import type { Progress, WorkDay } from '../../stats/progress/progress.ts';
import { percent } from '../../text/percent.ts';
import { labelTone } from '../labels/label-tone.ts';
import { words } from '../words/words.ts';
import { BarTable } from './bar-table.tsx';
import { LeadNothing, LeadSection } from './lead-section.tsx';

/** Days that are shown, the latest. */
const mostDays = 14;

/** Which labels were given how often. */
export function LabelsPart({ given }: { readonly given: Readonly<Record<Label, number>> }): JSX.Element {
  const { lead } = words;
  const all = labels.reduce((sum, label) => sum + given[label], 0);
  return (
    <LeadSection title={lead.labelsTitle}>
      <BarTable
        caption={lead.labelsTitle}
        heads={[lead.label, lead.answers, lead.share]}
        rows={labels.map((label) => ({
          name: words.names.labels[label],
          length: shareOf(given[label], Math.max(...labels.map((other) => given[other]))),
          cells: [lead.number(given[label]), all === 0 ? lead.none : percent(given[label] / all)],
          tone: labelTone[label],
        }))}
      />
    </LeadSection>
  );
}

/** Words that tell the label. */
export function CuesPart({ cues }: Pick<Progress, 'cues'>): JSX.Element {
  const { lead } = words;
  return (
    <LeadSection title={lead.cuesTitle} {...(cues.length > 0 && { help: lead.cuesHelp })}>
      {cues.length === 0 ? (
        <LeadNothing>{lead.cuesNone}</LeadNothing>
      ) : (
        <BarTable
          caption={lead.cuesTitle}
          heads={[lead.word, lead.label, lead.claims]}
          rows={cues.map(({ word, label, share, claims }) => ({
            name: word,
            length: share,
            cells: [lead.cueShare(percent(share), label), lead.number(claims)],
            tone: labelTone[label],
          }))}
        />
      )}
    </LeadSection>
  );
}

/** Answers and time of the latest days. */
export function DaysPart({ days }: { readonly days: readonly WorkDay[] }): JSX.Element {
  const { lead } = words;
  const shown = days.slice(-mostDays).toReversed();
  const most = Math.max(1, ...shown.map(({ answers }) => answers));
  const isTimed = shown.some(({ seconds }) => seconds > 0);
  return (
    <LeadSection title={lead.daysTitle}>
      <BarTable
        caption={lead.daysTitle}
        heads={[lead.day, lead.answers, ...(isTimed ? [lead.work] : [])]}
        rows={shown.map(({ day, answers, seconds }) => ({
          name: day,
          length: answers / most,
          cells: [lead.number(answers), ...(isTimed ? [lead.duration(seconds)] : [])],
        }))}
      />
      {days.length > shown.length && <LeadNothing>{lead.daysBefore(days.length - shown.length)}</LeadNothing>}
    </LeadSection>
  );
}

/** How long answers take. */
export function TimesPart({ times, medianSeconds }: Pick<Progress, 'times' | 'medianSeconds'>): JSX.Element {
  const { lead } = words;
  const most = Math.max(1, ...times.map(({ answers }) => answers));
  return (
    <LeadSection title={lead.timesTitle}>
      {medianSeconds === null ? (
        <LeadNothing>{lead.timesNone}</LeadNothing>
      ) : (
        <>
          <p>{lead.median(lead.duration(medianSeconds))}</p>
          <BarTable
            caption={lead.timesTitle}
            heads={[lead.time, lead.answers]}
            rows={times.map(({ from, to, answers }) => ({
              name: to === null ? lead.over(from) : from === 0 ? lead.under(to) : lead.between(from, to),
              length: answers / most,
              cells: [lead.number(answers)],
            }))}
          />
        </>
      )}
    </LeadSection>
  );
}

/** Why claims were skipped, and how many were flagged. */
export function SkipsPart({ skips, flags }: Pick<Progress, 'skips' | 'flags'>): JSX.Element {
  const { lead } = words;
  const rows = [
    ...skipReasons.map((reason) => ({ name: words.names.skipReasons[reason], count: skips[reason] })),
    { name: lead.flagged, count: flags },
  ].filter(({ count }) => count > 0);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <LeadSection title={lead.skipsTitle}>
      {rows.length === 0 ? (
        <LeadNothing>{lead.skipsNone}</LeadNothing>
      ) : (
        <BarTable
          caption={lead.skipsTitle}
          heads={[lead.reason, lead.claims]}
          rows={rows.map(({ name, count }) => ({ name, length: count / most, cells: [lead.number(count)] }))}
        />
      )}
    </LeadSection>
  );
}

function shareOf(count: number, most: number): number {
  return most === 0 ? 0 : count / most;
}
