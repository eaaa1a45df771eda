import type { JSX } from 'preact';
import { labels } from '../../claims/label.ts';
import { shareWords } from '../../stats/figure-words.ts';
import type { AnnotatorProgress } from '../../stats/progress/progress.ts';
import { percent } from '../../text/percent.ts';
import { words } from '../words/words.ts';
import './people-table.css';

interface Column {
  readonly head: string;
  readonly of: (own: AnnotatorProgress) => string;
  readonly isMarked?: (own: AnnotatorProgress) => boolean;
}

/** What each annotator did. */
export function PeopleTable({
  annotators,
}: {
  readonly annotators: readonly AnnotatorProgress[];
}): JSX.Element {
  const { lead } = words;
  const columns = columnsOf(annotators);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with keys
    <section class="people-table-frame" aria-label={lead.peopleTitle} tabIndex={0}>
      <table class="people-table">
        <thead>
          <tr>
            <th scope="col">{lead.annotator}</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {annotators.map((own) => (
            <tr key={own.annotator}>
              <th scope="row">{own.annotator}</th>
              {columns.map(({ head, of, isMarked }) => (
                <td key={head} class={isMarked?.(own) === true ? 'people-table-marked' : undefined}>
                  {of(own)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What nobody has any of is left out: idle time of journals by hand, gold where there is none. */
function columnsOf(annotators: readonly AnnotatorProgress[]): Column[] {
  const { lead } = words;
  const counted = (head: string, of: (own: AnnotatorProgress) => number): Column => ({
    head,
    of: (own) => (of(own) === 0 ? lead.none : lead.number(of(own))),
  });
  const timed = (head: string, of: (own: AnnotatorProgress) => number | null): Column => ({
    head,
    of: (own) => {
      const seconds = of(own);
      return seconds === null || seconds === 0 ? lead.none : lead.duration(seconds);
    },
  });
  const columns: Column[] = [
    { head: lead.answeredHead, of: ({ answered }) => lead.number(answered) },
    { head: lead.waitingHead, of: ({ waiting }) => lead.number(waiting) },
    counted(lead.skippedHead, ({ skipped }) => skipped),
    timed(lead.medianHead, ({ medianSeconds }) => medianSeconds),
    timed(lead.activeHead, ({ activeSeconds }) => activeSeconds),
    timed(lead.idleHead, ({ idleSeconds }) => idleSeconds),
    timed(lead.hiddenHead, ({ hiddenSeconds }) => hiddenSeconds),
    { ...counted(lead.hastyHead, ({ hasty }) => hasty), isMarked: ({ hasty }) => hasty > 0 },
    counted(lead.correctedHead, ({ corrected }) => corrected),
    ...labels.map((label) => ({
      head: words.names.labels[label],
      of: (own: AnnotatorProgress) =>
        own.answered === 0 ? lead.none : shareWords(own.labels[label], own.answered),
    })),
    {
      head: lead.goldHead,
      of: ({ gold }) =>
        gold.labelAccuracy === null ? lead.none : lead.goldOf(percent(gold.labelAccuracy), gold.answered),
    },
    {
      head: lead.goldF1Head,
      of: ({ gold }) => (gold.evidenceF1 === null ? lead.none : gold.evidenceF1.toFixed(2)),
    },
    { head: lead.lastHead, of: ({ lastDay }) => lastDay ?? lead.none },
  ];
  return columns.filter(({ of }) => annotators.some((own) => of(own) !== lead.none));
}
