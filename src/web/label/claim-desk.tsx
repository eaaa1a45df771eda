import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { tellingClaimWords } from '../../annotate/label/telling-claim-words.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { guidelineTopics } from '../guidelines/guidelines.ts';
import { useKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { ArticleArea } from './article-area.tsx';
import { BarInfo } from './bar-info.tsx';
import { ClaimBar } from './claim-bar.tsx';
import './claim-desk.css';
import { focusArticle, focusClaim } from './focus-claim.ts';
import { Lesson } from './lesson.tsx';
import { measureBars } from './measure-bars.ts';
import { SkipDialog } from './skip-dialog.tsx';
import { ToolColumn } from './tool-column.tsx';
import { undoStep } from './undo-step.ts';
import { VerdictEvidence } from './verdict-evidence.tsx';
import type { Workspace } from './workspace.ts';

/** A claim on the desk: what is known of it on the left, its article in the middle, the answer on the right. */
export function ClaimDesk({ desk }: { readonly desk: Workspace }): JSX.Element {
  const { state, act, draft, shown, said } = desk;
  const isHighlighted = useSignal(false);
  const onlyChosen = useSignal(false);
  const isToolsOpen = useSignal(false);
  const isAnswerOpen = useSignal(false);
  const isSkipping = useSignal(false);
  const tools = useRef<HTMLElement>(null);
  const answer = useRef<HTMLElement>(null);
  const lastClaim = useRef<ClaimId>();

  const { view, current } = state.value;
  const claim = shown.value;
  const isOpen = view.is === 'open' && current !== undefined;
  const isClosed = current?.closed !== undefined;
  const isVerdictOnly = current?.item.verdictOn !== undefined;
  const highlighted = useComputed(() => {
    const text = shown.value?.item.claim;
    return isHighlighted.value && text !== undefined
      ? tellingClaimWords(text, desk.session.dataset.language)
      : [];
  });

  /** Narrow pages hide what keys go to: it must be there before the focus comes. */
  const openTools = (): false => {
    tools.current?.setAttribute('data-open', 'true');
    isToolsOpen.value = true;
    return false;
  };
  const closeTools = (): void => {
    const { activeElement } = document;
    if (tools.current?.contains(activeElement)) focusArticle();
    isToolsOpen.value = false;
  };
  const goTo = (selector: string): void => {
    answer.current?.setAttribute('data-open', 'true');
    isAnswerOpen.value = true;
    answer.current?.querySelector<HTMLElement>(selector)?.focus();
  };
  const turnPage = (by: number): boolean => {
    if (current === undefined || current.pages.length < 2) return false;
    const at = current.pages.findIndex(({ title }) => title === current.page);
    const next = current.pages.at((at + by) % current.pages.length);
    if (next !== undefined) void desk.show(next.title);
    return true;
  };
  const ifOpen = (run: () => unknown) => (): boolean => {
    if (!isOpen || isClosed) return false;
    run();
    return true;
  };
  const undo = (): void => undoStep(desk);
  const redo = (): void => {
    const before = state.peek().current;
    act({ type: 'redo', at: Date.now() });
    if (before === state.peek().current) said.value = words.label.nothingToRedo;
  };
  const submit = async (): Promise<void> => {
    if (view.is === 'lesson') act({ type: 'next' });
    else if (!(await desk.submitAnswer())) {
      if (desk.blocking.peek() > 0) goTo('[data-despite]');
      else if (draft.peek().label === undefined) goTo('input[name="verdict"]');
    }
  };
  const toggleFlag = (): void => {
    said.value = state.peek().current?.isFlagged ? words.label.unflaggedNow : words.label.flaggedNow;
    act({ type: 'flag', at: Date.now() });
  };

  useKeys({
    supports: ifOpen(() => desk.change({ type: 'label', label: 'SUPPORTS' })),
    refutes: ifOpen(() => desk.change({ type: 'label', label: 'REFUTES' })),
    'not-enough': ifOpen(() => desk.change({ type: 'label', label: 'NOT ENOUGH INFO' })),
    challenge: ifOpen(() => goTo('[data-challenge]')),
    comment: ifOpen(() => goTo('[data-comment]')),
    skip: ifOpen(() => {
      isSkipping.value = true;
    }),
    flag: ifOpen(toggleFlag),
    submit: () => void submit(),
    undo: () => undo(),
    redo: () => redo(),
    reopen: () => {
      if (state.peek().back.length === 0) said.value = words.label.nothingToReopen;
      act({ type: 'reopen' });
    },
    search: openTools,
    open: () => {
      const row = document.activeElement?.closest<HTMLElement>('[data-unit]');
      const id = row?.dataset.unit;
      if (id === undefined) return false;
      desk.showUnit(id);
      return true;
    },
    'next-page': () => turnPage(1),
    'previous-page': () => turnPage(-1),
    'highlight-words': () => {
      isHighlighted.value = !isHighlighted.peek();
    },
    'only-selected': () => {
      onlyChosen.value = !onlyChosen.peek();
    },
    leave: () => {
      const { activeElement } = document;
      if (isToolsOpen.peek()) {
        closeTools();
        return true;
      }
      if (!(activeElement instanceof HTMLElement) || !answer.current?.contains(activeElement)) return false;
      isAnswerOpen.value = false;
      focusArticle();
      return true;
    },
  });
  useLayoutEffect(measureBars, []);
  useEffect(() => {
    guidelineTopics.value = topicsOf(desk);
  }, [draft.value.label, view.is]);
  const id = claim?.item.id;
  useEffect(() => {
    isSkipping.value = false;
    isAnswerOpen.value = false;
    if (answer.current !== null) answer.current.scrollTop = 0;
    // What had the focus was of the claim before: its note, the button that sent it, an element of its article.
    const isNext = id !== undefined && lastClaim.current !== undefined;
    if (isNext && document.querySelector('dialog[open]') === null) focusClaim();
    lastClaim.current = id ?? lastClaim.current;
    if (claim !== undefined && claim.timeline.past.length === 0) scrollTo({ top: 0 });
  }, [id]);

  return (
    <main class="claim-desk" aria-busy={claim === undefined}>
      <ClaimBar desk={desk} onTools={openTools} hasTools={!isVerdictOnly} />
      <div class="claim-desk-columns" data-narrowed={isVerdictOnly}>
        {!isVerdictOnly && (
          <ToolColumn root={tools} desk={desk} isOpen={isToolsOpen.value} onClose={closeTools} />
        )}
        {isVerdictOnly ? (
          <VerdictEvidence desk={desk} />
        ) : (
          <ArticleArea
            desk={desk}
            highlighted={highlighted.value}
            isHighlighted={isHighlighted}
            onlyChosen={onlyChosen}
            onSearch={() => {
              openTools();
              tools.current?.querySelector<HTMLElement>('input')?.focus();
            }}
            turnPage={turnPage}
          />
        )}
        {view.is === 'lesson' ? (
          <Lesson desk={desk} root={answer} />
        ) : (
          <AnswerPanel
            root={answer}
            desk={desk}
            isOpen={isAnswerOpen}
            onSubmit={() => void submit()}
            onUndo={undo}
            onRedo={redo}
            onFlag={toggleFlag}
            onSkip={() => {
              isSkipping.value = true;
            }}
          />
        )}
      </div>
      {isSkipping.value && isOpen && (
        <SkipDialog
          claim={current.item.claim}
          onClose={() => {
            isSkipping.value = false;
          }}
          onSkip={(skip) => {
            isSkipping.value = false;
            desk.skip(skip);
          }}
        />
      )}
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
      <BarInfo desk={desk} />
    </main>
  );
}

function topicsOf({ draft, state }: Workspace): string[] {
  const { label } = draft.peek();
  if (state.peek().current?.item.verdictOn !== undefined) return ['verdict', 'label'];
  return label === undefined ? ['label', 'verdict'] : [words.names.labels[label], label, 'evidence', 'label'];
}
