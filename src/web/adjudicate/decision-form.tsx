import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { isReasonAsked, lacksOf } from '../../annotate/adjudication/decision.ts';
import { type Label, labels } from '../../claims/label.ts';
import { type Reason, reasons } from '../../claims/reason.ts';
import { EvidenceSets } from '../evidence/evidence-sets.tsx';
import { ariaKeys, shownKeys, useKeys } from '../keyboard/use-keys.ts';
import { labelActions } from '../labels/label-actions.ts';
import { labelTone } from '../labels/label-tone.ts';
import { words } from '../words/words.ts';
import { Keys } from './answers.tsx';
import './decision-form.css';
import type { Desk } from './desk.ts';
import { describeId } from './evidence-of-articles.ts';
import { EvidenceWords } from './evidence-words.tsx';
import { ReasonChoice } from './reason-choice.tsx';
import { decide } from './settle.ts';

export interface DecisionFormProps {
  readonly desk: Desk;
  readonly onSendBack: () => void;
  readonly onDrop: () => void;
}

/** The decision that is being made: label, evidence, why the answers differ, a comment. */
export function DecisionForm({ desk, onSendBack, onDrop }: DecisionFormProps): JSX.Element {
  const text = words.adjudicate.decision;
  const name = useId();
  const comment = useRef<HTMLTextAreaElement>(null);
  const reasonsGroup = useRef<HTMLFieldSetElement>(null);
  const conflict = desk.conflict.value;
  const { draft, reason, leftOut } = desk.decision.value;
  const answers = conflict?.answers ?? [];
  const lacks = lacksOf(desk.decision.value, answers);
  const isAnew = conflict?.decided !== null && conflict?.decided !== undefined;
  const isPrefilled = draft.label !== undefined || draft.sets.some((set) => set.length > 0);
  const isUntouched = desk.kept.value.timeline.past.length === 0;

  const chooseLabel = (label: Label): void => desk.act({ type: 'draft', action: { type: 'label', label } });
  const chooseReason = (chosen: Reason | undefined): void => desk.act({ type: 'reason', reason: chosen });
  const trySubmit = (): void => {
    if (!decide(desk)) document.getElementById(`${name}-lacks`)?.focus();
  };
  useKeys({
    ...Object.fromEntries(labels.map((label) => [labelActions[label], () => chooseLabel(label)] as const)),
    'choose-reason': (_event, digit) => {
      if (digit === undefined) reasonsGroup.current?.querySelector<HTMLElement>('input')?.focus();
      else if (reasons[digit - 1] === undefined) return false;
      else chooseReason(reasons[digit - 1]);
      return true;
    },
    comment: () => comment.current?.focus(),
    submit: trySubmit,
  });

  return (
    <section class="decision" aria-labelledby={`${name}-heading`}>
      <h2 id={`${name}-heading`}>{isAnew ? text.anew : text.heading}</h2>
      {isUntouched && !isAnew && isPrefilled && (
        <p class="decision-hint">{answers.length > 1 ? text.prefilled : text.prefilledOne}</p>
      )}
      <fieldset class="decision-labels">
        <legend class="visually-hidden">{text.label}</legend>
        {labels.map((label) => (
          <label key={label} class={`decision-label decision-label-${labelTone[label]}`}>
            <input
              type="radio"
              name={`${name}-label`}
              checked={draft.label === label}
              aria-keyshortcuts={ariaKeys(labelActions[label])}
              onChange={() => chooseLabel(label)}
            />
            <span>{words.names.labels[label]}</span>
            <Keys of={shownKeys(labelActions[label])} />
          </label>
        ))}
      </fieldset>
      <EvidenceSets
        key={String(desk.id)}
        draft={draft}
        act={(action) => desk.act({ type: 'draft', action })}
        show={desk.show}
        describe={describeId}
        focused={desk.focused}
      />
      {draft.label === 'NOT ENOUGH INFO' && draft.sets.some((set) => set.length > 0) && (
        <label class="decision-check">
          <input
            type="checkbox"
            checked={draft.keepsPartial === true}
            onChange={({ currentTarget }) =>
              desk.act({ type: 'draft', action: { type: 'keep-partial', keep: currentTarget.checked } })
            }
          />
          {text.keepEvidence}
        </label>
      )}
      {leftOut.length > 0 && (
        <div class="decision-left-out" role="note">
          <strong>{text.leftOut(leftOut.length)}</strong>
          <p>{text.leftOutHint}</p>
          {leftOut.map((set) => (
            <div key={set.join('\n')}>
              <EvidenceWords evidence={[set]} show={desk.show} />
              <button type="button" onClick={() => desk.act({ type: 'put-back', set })}>
                {text.putBack}
              </button>
            </div>
          ))}
        </div>
      )}
      <ReasonChoice
        title={isReasonAsked(answers) ? text.reason : text.reasonOptional}
        chosen={reason}
        onChoose={chooseReason}
        group={reasonsGroup}
        keys={shownKeys('choose-reason')}
      />
      <label class="decision-comment">
        <span>
          {text.comment} <Keys of={shownKeys('comment')} />
        </span>
        <textarea
          ref={comment}
          rows={2}
          maxLength={10_000}
          value={desk.kept.value.comment}
          aria-describedby={`${name}-comment-hint`}
          onInput={({ currentTarget }) => desk.say(currentTarget.value)}
        />
        <small id={`${name}-comment-hint`}>{text.commentHint}</small>
      </label>
      <div class="decision-foot">
        <p id={`${name}-lacks`} class="decision-lacks" tabIndex={-1} aria-live="polite">
          {lacks[0] === undefined ? '' : text.lacks[lacks[0]]}
        </p>
        <div class="decision-buttons">
          <button
            type="button"
            class="primary"
            aria-disabled={lacks.length > 0}
            aria-keyshortcuts={ariaKeys('submit')}
            onClick={trySubmit}
          >
            {isAnew ? text.submitAnew : text.submit} <Keys of={shownKeys('submit')} />
          </button>
          {answers.length + (conflict?.skips.length ?? 0) > 0 && (
            <button
              type="button"
              class="quiet"
              aria-keyshortcuts={ariaKeys('send-back')}
              onClick={onSendBack}
            >
              {text.sendBack} <Keys of={shownKeys('send-back')} />
            </button>
          )}
          <button type="button" class="quiet" aria-keyshortcuts={ariaKeys('drop-claim')} onClick={onDrop}>
            {text.drop} <Keys of={shownKeys('drop-claim')} />
          </button>
        </div>
      </div>
    </section>
  );
}
