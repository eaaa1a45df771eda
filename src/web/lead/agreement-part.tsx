import type { JSX } from 'preact';
import type { Progress } from '../../stats/progress/progress.ts';
import { words } from '../words/words.ts';
import { AgreementChart } from './agreement-chart.tsx';
import { LeadSection } from './lead-section.tsx';
import './agreement-part.css';

/** Agreement on labels: the figure, how sure it is, and how it went. */
export function AgreementPart({
  progress: { agreement, compared, agreementByWeek: weeks },
}: {
  readonly progress: Progress;
}): JSX.Element {
  const { lead } = words;
  const { value, interval, reason } = agreement;
  const measured = weeks.filter((week) => week.value !== null);
  return (
    <LeadSection title={lead.agreementTitle}>
      {value === null ? (
        <p>
          {lead.notDefined} {reason}
        </p>
      ) : (
        <p class="agreement-part-figure">
          <strong>{figure(value)}</strong>
          <span>
            {lead.alpha}, {lead.compared(compared)}.{' '}
            {interval !== null && `${lead.interval(figure(interval.low), figure(interval.high))}.`}
          </span>
        </p>
      )}
      {measured.length > 1 && <AgreementChart weeks={weeks} />}
      {weeks.length > 0 && (
        <details class="agreement-part-details">
          <summary>{lead.byWeek}</summary>
          <table class="agreement-part-weeks">
            <caption class="visually-hidden">{lead.byWeek}</caption>
            <thead>
              <tr>
                <th scope="col">{lead.week}</th>
                <th scope="col">{lead.claims}</th>
                <th scope="col">{lead.alphaShort}</th>
                <th scope="col">{lead.intervalShort}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.toReversed().map((week) => (
                <tr key={week.week}>
                  <th scope="row">{week.from}</th>
                  <td>{lead.number(week.claims)}</td>
                  <td>{week.value === null ? lead.none : figure(week.value)}</td>
                  <td>
                    {week.interval === null
                      ? lead.none
                      : `${figure(week.interval.low)} – ${figure(week.interval.high)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {value !== null && <p class="agreement-part-note">{lead.thresholds}</p>}
    </LeadSection>
  );
}

/** With two digits: more would promise more than there is. */
function figure(value: number): string {
  return value.toFixed(2).replace(/^-(?=0\.00$)/, '');
}
