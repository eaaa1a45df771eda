import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Conflict, Decided } from '../../annotate/api/adjudication.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { type WaitingKind, waitingKinds } from '../../stats/progress/waiting-kinds.ts';
import { copyText } from '../shell/copy-text.ts';
import { goTo } from '../shell/route.ts';
import { showToast } from '../shell/toast.tsx';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import './conflict-list.css';
import { LabelTag } from '../labels/label-tag.tsx';
import { conflicts, listFailure } from './conflicts.ts';
import { acceptAgreed } from './settle.ts';

export const listTabs = ['waiting', 'decided', 'gaps'] as const;

export type ListTab = (typeof listTabs)[number];

export interface ConflictListProps {
  readonly tab: Signal<ListTab>;
  readonly filter: Signal<WaitingKind | undefined>;
  readonly open: ClaimId | undefined;
}

/** What waits, what was decided, and which gaps of the guidelines that showed: three lists, of which one is there. */
export function ConflictList({ tab, filter, open }: ConflictListProps): JSX.Element {
  const text = words.adjudicate.list;
  const name = useId();
  const found = conflicts.value;
  const counts = { waiting: found?.waitingCount, decided: undefined, gaps: found?.gaps.length };
  return (
    <nav class="conflict-list" aria-label={text.label}>
      <div class="conflict-list-tabs" role="tablist" aria-label={text.label}>
        {listTabs.map((own) => (
          <button
            key={own}
            type="button"
            role="tab"
            id={`${name}-${own}`}
            class="quiet"
            aria-selected={tab.value === own}
            aria-controls={`${name}-panel`}
            tabIndex={tab.value === own ? 0 : -1}
            onClick={() => {
              tab.value = own;
            }}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = listTabs[(listTabs.indexOf(own) + by + listTabs.length) % listTabs.length];
              if (by === 0 || next === undefined) return;
              event.preventDefault();
              tab.value = next;
              document.getElementById(`${name}-${next}`)?.focus();
            }}
          >
            {text.tabs[own]}
            {counts[own] !== undefined && counts[own] > 0 && (
              <span class="conflict-list-count">{counts[own]}</span>
            )}
          </button>
        ))}
      </div>
      <div
        id={`${name}-panel`}
        class="conflict-list-panel"
        role="tabpanel"
        aria-labelledby={`${name}-${tab.value}`}
      >
        {listFailure.value !== undefined && found !== undefined && (
          <p class="conflict-list-hint">{text.stale}</p>
        )}
        {tab.value === 'waiting' && <Waiting filter={filter} open={open} />}
        {tab.value === 'decided' && <DecidedList decided={found?.decided ?? []} open={open} />}
        {tab.value === 'gaps' && <Gaps open={open} />}
      </div>
    </nav>
  );
}

function Waiting({ filter, open }: Pick<ConflictListProps, 'filter' | 'open'>): JSX.Element {
  const text = words.adjudicate.list;
  const { waiting = [], waitingCount = 0, kindCounts } = conflicts.value ?? {};
  const present = waitingKinds.filter((kind) => waiting.some(({ kinds }) => kinds.includes(kind)));
  const chosen = filter.value !== undefined && present.includes(filter.value) ? filter.value : undefined;
  const shown = chosen === undefined ? waiting : waiting.filter(({ kinds }) => kinds.includes(chosen));
  return (
    <>
      <AcceptAgreed />
      {present.length > 1 && (
        <label class="conflict-list-filter">
          <span>{text.filter}</span>
          <select
            value={chosen ?? ''}
            onChange={({ currentTarget }) => {
              filter.value = present.find((kind) => kind === currentTarget.value);
            }}
          >
            <option value="">{text.all(waitingCount)}</option>
            {present.map((kind) => (
              <option key={kind} value={kind}>
                {text.ofKind(words.adjudicate.kinds[kind], kindCounts?.[kind] ?? 0)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Items
        items={shown.slice(0, mostShown).map((conflict) => ({
          id: conflict.claim,
          text: conflict.text,
          foot: <Kinds {...conflict} />,
        }))}
        open={open}
      />
      {shown.length > mostShown && <p class="conflict-list-hint">{text.first(mostShown)}</p>}
    </>
  );
}

/** Claims in the list: more would make the page slow, and nobody reads them. */
const mostShown = 300;

/** The entropy of three labels given equally often, in bits: the most there can be. */
const mostBits = Math.log2(3);

function Kinds({ kinds, entropy }: Conflict): JSX.Element {
  const text = words.adjudicate.list;
  return (
    <>
      <span class="conflict-list-kinds">{kinds.map((kind) => words.adjudicate.kinds[kind]).join(' · ')}</span>
      {entropy > 0 && (
        <span class="conflict-list-entropy" title={text.entropyHint}>
          <svg viewBox="0 0 40 6" aria-hidden="true" focusable="false">
            <rect class="conflict-list-track" width="40" height="6" rx="3" />
            <rect class="conflict-list-bar" width={(40 * entropy) / mostBits} height="6" rx="3" />
          </svg>
          {text.entropy(entropy.toFixed(2))}
        </span>
      )}
    </>
  );
}

function AcceptAgreed(): JSX.Element | null {
  const text = words.adjudicate.accept;
  const { agreed = [], agreedCount = 0 } = conflicts.value ?? {};
  if (agreed.length === 0) return null;
  const isAlone = session.value?.isShared === false;
  return (
    <section class="conflict-list-agreed">
      <button type="button" onClick={() => void acceptAgreed()}>
        {text.button(agreed.length)}
      </button>
      <p>{isAlone ? text.hintAlone : text.hint(agreed.length)}</p>
      {agreedCount > agreed.length && <p>{text.most(agreed.length, agreedCount)}</p>}
      <details>
        <summary>{text.show}</summary>
        <ul>
          {agreed.map(({ claim, text: said, label }) => (
            <li key={claimIdKey(claim)}>
              <LabelTag label={label} /> {said}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function DecidedList({
  decided,
  open,
}: {
  readonly decided: readonly Decided[];
  readonly open: ClaimId | undefined;
}): JSX.Element {
  const text = words.adjudicate;
  if (decided.length === 0) return <p class="conflict-list-hint">{text.empty.noneDecided}</p>;
  return (
    <Items
      items={decided.map((entry) => ({
        id: entry.claim,
        text: entry.text,
        foot: <DecidedFoot {...entry} />,
      }))}
      open={open}
    />
  );
}

const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function DecidedFoot({ did, label, reason, at, isOwn }: Decided): JSX.Element {
  const text = words.adjudicate;
  return (
    <>
      {label !== null && <LabelTag label={label} />}
      <span class="conflict-list-kinds">
        {[
          did === 'drop' ? text.list.dropped : did === 'send-back' ? text.list.sentBack : undefined,
          reason === null ? undefined : text.reasons[reason].name,
          isOwn ? text.list.by.own : text.list.by.other,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </span>
      <time dateTime={at}>{times.format(new Date(at))}</time>
    </>
  );
}

function Gaps({ open }: { readonly open: ClaimId | undefined }): JSX.Element {
  const text = words.adjudicate.gaps;
  const gaps = conflicts.value?.gaps ?? [];
  if (gaps.length === 0) return <p class="conflict-list-hint">{words.adjudicate.empty.noGaps}</p>;
  const copy = async (): Promise<void> => {
    const lines = gaps.map(({ comment, text: claim, claim: id }) =>
      text.line(comment ?? text.noComment, claim, String(id)),
    );
    showToast({ text: (await copyText(`${lines.join('\n')}\n`)) ? text.copied : text.notCopied, seconds: 3 });
  };
  return (
    <>
      <div class="conflict-list-gaps">
        <p>{text.hint}</p>
        <button type="button" onClick={() => void copy()}>
          {text.copy}
        </button>
      </div>
      <Items
        items={gaps.map(({ claim, text: said, comment }) => ({
          id: claim,
          text: comment ?? text.noComment,
          foot: <span class="conflict-list-kinds">{said}</span>,
        }))}
        open={open}
      />
    </>
  );
}

interface Item {
  readonly id: ClaimId;
  readonly text: string;
  readonly foot: JSX.Element;
}

/** Claims one below the other; j and k go through them while one of them has the focus. */
function Items({
  items,
  open,
}: {
  readonly items: readonly Item[];
  readonly open: ClaimId | undefined;
}): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  const openKey = open === undefined ? undefined : claimIdKey(open);
  const stop = useSignal<string | undefined>(undefined);
  const at = items.findIndex(({ id }) => claimIdKey(id) === (stop.value ?? openKey));
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [openKey]);
  return (
    <ol ref={list} class="conflict-list-items">
      {items.map(({ id, text, foot }, position) => (
        <li key={claimIdKey(id)}>
          <button
            type="button"
            class="quiet conflict-list-item"
            tabIndex={position === Math.max(0, at) ? 0 : -1}
            {...(claimIdKey(id) === openKey && { 'aria-current': 'true' })}
            onClick={() => goTo('adjudicate', String(id))}
            onFocus={() => {
              stop.value = claimIdKey(id);
            }}
            onKeyDown={(event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              const by = steps[event.key] ?? 0;
              if (by === 0) return;
              // The keys of the article are elsewhere now.
              event.preventDefault();
              event.stopPropagation();
              list.current?.querySelectorAll<HTMLElement>('.conflict-list-item')[position + by]?.focus();
            }}
          >
            <span class="conflict-list-text">{text}</span>
            <span class="conflict-list-foot">{foot}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
