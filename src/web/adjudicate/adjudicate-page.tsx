import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { WaitingKind } from '../../stats/progress/waiting-kinds.ts';
import { useKeys } from '../keyboard/use-keys.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { ErrorState } from '../shell/error-state.tsx';
import { Loading } from '../shell/loading.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { goTo, route } from '../shell/route.ts';
import { session } from '../store/session.ts';
import { words } from '../words/words.ts';
import './adjudicate-page.css';
import { Answers } from './answers.tsx';
import { ClaimHead } from './claim-head.tsx';
import { ConflictArticle } from './conflict-article.tsx';
import { ConflictList, type ListTab } from './conflict-list.tsx';
import { conflicts, listFailure, listLoads, loadConflicts, watchConflicts } from './conflicts.ts';
import { DecisionForm } from './decision-form.tsx';
import { type Desk, deskOf } from './desk.ts';
import { DropDialog } from './drop-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import { neighbourOf, sendAgain, takeBackLast } from './settle.ts';
import { startWorkClock, takeSeconds } from './work-clock.ts';

/** Compares the answers of annotators who differ, and decides. */
export function AdjudicatePage(): JSX.Element {
  const tab = useSignal<ListTab>('waiting');
  const filter = useSignal<WaitingKind | undefined>(undefined);
  usePageTitle(words.adjudicate.title);
  useEffect(watchConflicts, []);
  useEffect(startWorkClock, []);

  const found = conflicts.value;
  const named = route.value.claim;
  const [first] = found?.waiting ?? [];
  const openId = named ?? first?.claim;
  const desk = openId === undefined ? undefined : deskOf(openId);
  const shown = desk?.conflict.value;

  const step = (by: 1 | -1): boolean => {
    const next = neighbourOf(openId, by);
    if (next === undefined) return false;
    goTo('adjudicate', String(next));
    return true;
  };
  useKeys({
    'next-conflict': () => step(1),
    'previous-conflict': () => step(-1),
    undo: () => (desk?.undo() ?? false) || takeBackLast(),
    redo: () => desk !== undefined && (desk.redo() || sendAgain(desk)),
  });

  if (found === undefined) {
    return (
      <main class="adjudicate">
        {listFailure.value === undefined ? (
          <Loading />
        ) : (
          <ErrorState
            title={words.adjudicate.failure.list}
            detail={listFailure.value.message}
            retry={() => void loadConflicts()}
          >
            <p>{words.adjudicate.failure.text}</p>
          </ErrorState>
        )}
      </main>
    );
  }
  return (
    <main class="adjudicate">
      <p class="visually-hidden" role="status">
        {shown === undefined ? '' : words.adjudicate.claim.opened(String(shown.id), shown.claim)}
      </p>
      <ConflictList tab={tab} filter={filter} open={openId} />
      {desk === undefined ? <Nothing /> : <OpenConflict key={claimIdKey(desk.id)} desk={desk} />}
    </main>
  );
}

/** Why nothing waits. */
function Nothing(): JSX.Element {
  const text = words.adjudicate.empty;
  const { begun = 0, agreedCount = 0, decided = [] } = conflicts.value ?? {};
  return (
    <div class="adjudicate-nothing">
      <EmptyState
        title={text.nothing}
        actions={
          session.value?.roles.includes('lead') === true && <PageLink page="lead">{text.lead}</PageLink>
        }
      >
        {agreedCount > 0 && <p>{text.agreed(agreedCount)}</p>}
        {begun > 0 && <p>{text.begun(begun)}</p>}
        {begun === 0 && agreedCount === 0 && <p>{decided.length > 0 ? text.allDone : text.none}</p>}
      </EmptyState>
    </div>
  );
}

function OpenConflict({ desk }: { readonly desk: Desk }): JSX.Element {
  const dialog = useSignal<'send-back' | 'drop' | undefined>(undefined);
  const lastTaken = useRef('');
  useEffect(() => {
    // What was done before belongs to the claim before.
    takeSeconds();
    void desk.load();
    return () => void desk.seconds();
  }, [desk]);
  // With the list: somebody else may have answered or decided it.
  useEffect(
    () =>
      listLoads.subscribe(() => {
        if (desk.conflict.peek() !== undefined) void desk.load();
      }),
    [desk],
  );
  const conflict = desk.conflict.value;
  const isDropped = conflict !== undefined && conflict.dropped !== null;
  const answers = conflict?.answers ?? [];
  const openDialog = (which: 'send-back' | 'drop'): boolean => {
    const people = answers.length + (conflict?.skips.length ?? 0);
    if (conflict === undefined || isDropped || (which === 'send-back' && people === 0)) return false;
    dialog.value = which;
    return true;
  };
  useKeys({
    'take-answer': (_event, digit) => {
      const taken = answers.findIndex(({ letter }) => letter === lastTaken.current);
      const answer = answers[digit === undefined ? (taken + 1) % answers.length : digit - 1];
      if (answer === undefined || isDropped) return false;
      lastTaken.current = answer.letter;
      desk.act({ type: 'take', letter: answer.letter });
      return true;
    },
    'merge-answers': () => {
      if (answers.length === 0 || isDropped) return false;
      desk.act({ type: 'merge' });
      return true;
    },
    'own-answer': () => {
      if (isDropped) return false;
      desk.act({ type: 'own' });
      return true;
    },
    'send-back': () => openDialog('send-back'),
    'drop-claim': () => openDialog('drop'),
  });

  if (conflict === undefined) {
    const failure = desk.failure.value;
    return (
      <div class="adjudicate-nothing">
        {failure === undefined ? (
          <Loading />
        ) : (
          <ErrorState
            level={2}
            title={words.adjudicate.failure.claim}
            detail={failure.message}
            retry={() => void desk.load()}
          />
        )}
      </div>
    );
  }
  return (
    <>
      <ClaimHead desk={desk} />
      <div class="adjudicate-article">
        <ConflictArticle desk={desk} isReadOnly={isDropped} />
      </div>
      <aside class="adjudicate-panel" aria-label={words.adjudicate.decision.heading}>
        <Answers desk={desk} isReadOnly={isDropped} />
        {!isDropped && (
          <DecisionForm
            desk={desk}
            onSendBack={() => openDialog('send-back')}
            onDrop={() => openDialog('drop')}
          />
        )}
      </aside>
      {dialog.value === 'send-back' && (
        <SendBackDialog
          desk={desk}
          onClose={() => {
            dialog.value = undefined;
          }}
        />
      )}
      {dialog.value === 'drop' && (
        <DropDialog
          desk={desk}
          onClose={() => {
            dialog.value = undefined;
          }}
        />
      )}
    </>
  );
}
