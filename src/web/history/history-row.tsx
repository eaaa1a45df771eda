import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { correctionOf } from '../../annotate/adjudication/correction-of.ts';
import { diffEvidence } from '../../annotate/adjudication/diff-evidence.ts';
import type { HistoryEntry } from '../../annotate/api/history.ts';
import type { EvidenceSet } from '../../claims/claim.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { EvidenceWords } from '../adjudicate/evidence-words.tsx';
import { LabelTag } from '../labels/label-tag.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { openArticle } from '../store/articles.ts';
import { words } from '../words/words.ts';

const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** One thing that was done, with what was decided in the end. */
export function HistoryRow({ entry }: { readonly entry: HistoryEntry }): JSX.Element {
  const text = words.history;
  const { claim, text: said, did, label, at, seconds, skipReason, sentBack, isDropped } = entry;
  const canOpen = !isDropped && said !== '' && (did === 'annotation' || did === 'skip');
  const page = did === 'adjudication' || did === 'drop' ? 'adjudicate' : canOpen ? 'label' : undefined;
  return (
    <article class="history-row" data-back={sentBack !== null}>
      <p class="history-did">
        <time dateTime={at}>{times.format(new Date(at))}</time> <span>{text.did[did]}</span>
        {label !== null && <LabelTag label={label} />}
        {skipReason !== null && <span>{words.names.skipReasons[skipReason]}</span>}
        {seconds !== null && seconds > 0 && <span>{text.duration(seconds)}</span>}
      </p>
      <h3>{said === '' ? text.textGone : said}</h3>
      {isDropped && did !== 'drop' && <p class="history-dropped">{text.isDropped}</p>}
      {sentBack !== null && (
        <p class="history-back">
          <strong>{text.sentBack}</strong>
          {sentBack !== '' && <q>{sentBack}</q>}
        </p>
      )}
      <Decided entry={entry} />
      {page !== undefined && (
        <PageLink page={page} claim={claim} class="history-open">
          {sentBack === null ? text.open : text.openSentBack}
        </PageLink>
      )}
    </article>
  );
}

function Decided({ entry }: { readonly entry: HistoryEntry }): JSX.Element | null {
  const text = words.history;
  const { labels: labelNames } = words.names;
  const { reasons } = words.adjudicate;
  const { did, label, evidence, decided } = entry;
  if (decided === null) return null;
  const correction = correctionOf(entry);
  const title = {
    open: text.decidedSkip(labelNames[decided.label]),
    confirmed: text.confirmed,
    evidence: text.sameLabel,
    label: text.corrected(label === null ? '' : labelNames[label], labelNames[decided.label]),
  }[correction];
  return (
    <div class="history-decided" data-correction={correction}>
      <p>
        <strong>{title}</strong>
        {decided.reason !== null && correction !== 'confirmed' && (
          <span class="history-reason">
            {reasons[decided.reason].name}: {reasons[decided.reason].meaning}
          </span>
        )}
      </p>
      {decided.comment !== null && decided.comment !== '' && <blockquote>{decided.comment}</blockquote>}
      {did !== 'skip' && correction !== 'confirmed' && (
        <Difference own={evidence} decided={decided.evidence} />
      )}
    </div>
  );
}

interface DifferenceProps {
  readonly own: readonly EvidenceSet[];
  readonly decided: readonly EvidenceSet[];
}

/** Evidence sets of the own answer and of the decision, in three groups. Articles are loaded when somebody looks. */
function Difference({ own, decided }: DifferenceProps): JSX.Element | null {
  const text = words.history;
  const isOpen = useSignal(false);
  const sets = diffEvidence(own, decided);
  if (sets.length === 0) return null;
  const open = (isNow: boolean): void => {
    isOpen.value = isNow;
    if (!isNow) return;
    const titles = new Set(sets.flatMap(({ set }) => set.flatMap((id) => parseEvidenceId(id)?.title ?? [])));
    // An article that cannot be had leaves its ids, which say as much as there is.
    for (const title of titles) openArticle(title).catch(() => undefined);
  };
  return (
    <details
      class="history-difference"
      open={isOpen.value}
      onToggle={({ currentTarget }) => open(currentTarget.open)}
    >
      <summary>{text.evidence}</summary>
      <dl>
        {(['both', 'own', 'other'] as const).map((group) => {
          const found = sets.filter((set) => set.in === group).map(({ set }) => set);
          return found.length === 0 ? null : (
            <div key={group} data-group={group}>
              <dt>{text.difference[group]}</dt>
              <dd>
                <EvidenceWords evidence={found} />
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
