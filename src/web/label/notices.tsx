import type { ComponentChildren, JSX } from 'preact';
import { doesStand } from '../../annotate/label/claim-in-hand.ts';
import { lookOfLease } from '../../annotate/label/lease-state.ts';
import { acknowledgeArticle, changedArticles } from '../store/articles.ts';
import { connection } from '../store/connection.ts';
import { draftKey, elsewhere } from '../store/drafts.ts';
import { words } from '../words/words.ts';
import './notices.css';
import type { Workspace } from './workspace.ts';

/** What the annotator has to know about the claim in hand, the gravest first. */
export function Notices({ desk }: { readonly desk: Workspace }): JSX.Element {
  const { state, act, now, session } = desk;
  const { current, lease, view } = state.value;
  const isOffline = connection.value === 'offline';
  const text = words.label;
  if (current === undefined || view.is !== 'open') return <div class="notices" />;
  const { item, closed, textBefore } = current;
  const look = lookOfLease(lease, now.value, session.leaseSeconds);
  const left = lease.is === 'held' ? Math.max(0, (lease.deadline - now.value) / 1000) : 0;
  const other = elsewhere.value.get(draftKey('label', item.id));
  const changed = [
    ...new Set([
      ...current.changed,
      ...current.pages.flatMap(({ title }) => (changedArticles.value.has(title) ? [title] : [])),
    ]),
  ];
  const leave = (
    <button type="button" onClick={() => act({ type: 'leave' })}>
      {text.leave}
    </button>
  );
  return (
    <div class="notices">
      {item.sentBack !== undefined && (
        <Notice kind="info" title={text.sentBack}>
          {item.sentBack || text.sentBackWithout}
        </Notice>
      )}
      {closed !== undefined ? (
        <Notice
          kind="warning"
          title={text.closed}
          action={
            <button type="button" onClick={() => act({ type: 'leave' })}>
              {text.nextClaim}
            </button>
          }
        >
          {closed.message}
        </Notice>
      ) : (
        doesStand(current) &&
        item.sentBack === undefined && (
          <Notice kind="info" action={leave}>
            {text.stands}
          </Notice>
        )
      )}
      {textBefore !== undefined && (
        <Notice
          kind="warning"
          title={text.textChanged}
          action={
            <button type="button" onClick={() => act({ type: 'text-seen' })}>
              {text.textSeen}
            </button>
          }
        >
          {text.textBefore(textBefore)}
        </Notice>
      )}
      {changed.length > 0 && (
        <Notice
          kind="warning"
          action={
            <button
              type="button"
              onClick={() => {
                for (const title of changed) acknowledgeArticle(title);
                act({ type: 'changes-seen' });
              }}
            >
              {text.changesSeen}
            </button>
          }
        >
          {text.changed(changed)}
        </Notice>
      )}
      {other !== undefined && (
        <Notice
          kind="warning"
          action={
            <button type="button" onClick={desk.takeAnother}>
              {text.lease.another}
            </button>
          }
        >
          {text.elsewhere}
        </Notice>
      )}
      {isOffline && <Notice kind="warning">{text.offline}</Notice>}
      {closed === undefined && look === 'expiring' && (
        <Notice
          kind="warning"
          isQuiet
          action={
            <button type="button" onClick={() => void desk.extend()}>
              {text.lease.extend}
            </button>
          }
        >
          {text.lease.expiring(left)}
        </Notice>
      )}
      {closed === undefined && look === 'over' && !isOffline && (
        <Notice
          kind="warning"
          action={
            <button type="button" onClick={() => void desk.extend()}>
              {text.lease.take}
            </button>
          }
        >
          {text.lease.over}
        </Notice>
      )}
      {closed === undefined && look === 'lost' && (
        <Notice
          kind="warning"
          action={
            <button type="button" onClick={desk.takeAnother}>
              {text.lease.another}
            </button>
          }
        >
          {text.lease.lost}
        </Notice>
      )}
    </div>
  );
}

interface NoticeProps {
  readonly kind: 'info' | 'warning';
  readonly title?: string;
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  /** Changes every second: read out once, when it comes. */
  readonly isQuiet?: boolean;
}

function Notice({ kind, title, children, action, isQuiet = false }: NoticeProps): JSX.Element {
  return (
    <div class={`notice notice-${kind}`} role="status" aria-live={isQuiet ? 'off' : 'polite'}>
      <p dir="auto">
        {title !== undefined && <strong>{title}: </strong>}
        {children}
      </p>
      {action}
    </div>
  );
}
