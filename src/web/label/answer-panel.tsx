import type { Signal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { letterOf } from '../../text/letter-of.ts';
import { CheckList } from '../checks/check-list.tsx';
import { EvidenceSets } from '../evidence/evidence-sets.tsx';
import { ariaKeys, shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import './answer-panel.css';
import { ChallengeAndNote } from './challenge-and-note.tsx';
import { DespiteForm } from './despite-form.tsx';
import { NeiPanel } from './nei-panel.tsx';
import { VerdictChoice } from './verdict-choice.tsx';
import type { Workspace } from './workspace.ts';

export interface AnswerPanelProps {
  readonly root: RefObject<HTMLElement>;
  readonly desk: Workspace;
  /** On a narrow page the panel is a sheet at the lower edge: whether all of it is shown. */
  readonly isOpen: Signal<boolean>;
  readonly onSubmit: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onFlag: () => void;
  readonly onSkip: () => void;
}

/** The answer: verdict, evidence, checks, challenge, note. */
export function AnswerPanel(props: AnswerPanelProps): JSX.Element {
  const { root, desk, isOpen, onSubmit } = props;
  const { state, change, draft, checks, focused } = desk;
  const { current } = state.value;
  const { label, consulted, active } = draft.value;
  const isVerdictOnly = current?.item.verdictOn !== undefined;
  const isReadOnly = current === undefined || current.closed !== undefined;
  const isNei = label === 'NOT ENOUGH INFO';
  const key = String(current?.item.id);
  return (
    <aside ref={root} class="answer-panel" data-open={isOpen.value} aria-label={words.label.answer}>
      <VerdictChoice
        label={label}
        isReadOnly={isReadOnly}
        onChoose={(chosen) => change({ type: 'label', label: chosen })}
      />
      <div class="answer-panel-more">
        {!isVerdictOnly && (
          <>
            {isNei && <NeiPanel draft={draft.value} act={change} isReadOnly={isReadOnly} />}
            <EvidenceSets
              key={key}
              draft={draft.value}
              act={change}
              show={desk.showUnit}
              describe={desk.describe}
              focused={focused}
              isReadOnly={isReadOnly}
            />
            {!isNei && !isReadOnly && consulted.length > 0 && (
              <button
                type="button"
                class="answer-panel-use"
                onClick={() => change({ type: 'use-consulted' })}
              >
                {words.label.useConsulted(words.evidence.setName(active))}
              </button>
            )}
            <CheckList findings={label === undefined ? undefined : checks.findings.value} />
          </>
        )}
        <ChallengeAndNote
          draft={draft.value}
          act={change}
          isReadOnly={isReadOnly}
          hasChallenge={!isVerdictOnly}
        />
        <Tools {...props} isReadOnly={isReadOnly} />
      </div>
      {desk.blocking.value > 0 && <DespiteForm desk={desk} onSubmit={onSubmit} />}
      <div class="answer-panel-foot">
        <button
          type="button"
          class="quiet answer-panel-toggle"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.peek();
          }}
        >
          {isOpen.value ? words.label.hideAnswer : `${words.label.showAnswer}${countOf(draft.value.sets)}`}
        </button>
        <button
          type="button"
          class="primary answer-panel-submit"
          disabled={isReadOnly}
          aria-keyshortcuts={ariaKeys('submit')}
          onClick={onSubmit}
        >
          {words.label.submit} <kbd>{shownKeys('submit')}</kbd>
        </button>
      </div>
    </aside>
  );
}

/** How many elements each set has, such as ` · A 2 · B 1`. */
function countOf(sets: readonly (readonly string[])[]): string {
  return sets.map((set, at) => (set.length === 0 ? '' : ` · ${letterOf(at)}\u00a0${set.length}`)).join('');
}

function Tools({
  desk,
  isReadOnly,
  onUndo,
  onRedo,
  onFlag,
  onSkip,
}: AnswerPanelProps & { readonly isReadOnly: boolean }): JSX.Element {
  const { current, back } = desk.state.value;
  const canUndo = back.length > 0 || (current?.timeline.past.length ?? 0) > 0;
  const canRedo = current !== undefined && (current.timeline.future.length > 0 || current.canResend);
  const isFlagged = current?.isFlagged === true;
  return (
    <div class="answer-panel-tools">
      <button type="button" class="quiet" disabled={!canUndo} onClick={onUndo}>
        {words.label.undo} <kbd>{shownKeys('undo')}</kbd>
      </button>
      <button type="button" class="quiet" disabled={!canRedo} onClick={onRedo}>
        {words.label.redo} <kbd>{shownKeys('redo')}</kbd>
      </button>
      <button type="button" class="quiet" aria-pressed={isFlagged} disabled={isReadOnly} onClick={onFlag}>
        {isFlagged ? words.label.unflag : words.label.flag} <kbd>{shownKeys('flag')}</kbd>
      </button>
      <button type="button" class="quiet" disabled={isReadOnly} onClick={onSkip}>
        {words.label.skip} <kbd>{shownKeys('skip')}</kbd>
      </button>
    </div>
  );
}
