import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type SkipReason, skipConsequence, skipReasons } from '../../claims/skip-reason.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { Dialog } from '../shell/dialog.tsx';
import { SubmitKey } from '../shell/submit-key.tsx';
import { words } from '../words/words.ts';
import './skip-dialog.css';

interface Skip {
  readonly reason: SkipReason;
  readonly comment: string;
  readonly fix: string;
}

export interface SkipDialogProps {
  readonly claim: string;
  readonly onClose: () => void;
  readonly onSkip: (skip: Skip) => void;
}

/** Why a claim is not answered, and what then becomes of it. */
export function SkipDialog({ claim, onClose, onSkip }: SkipDialogProps): JSX.Element {
  const reason = useSignal<SkipReason | undefined>(undefined);
  const comment = useSignal('');
  const fix = useSignal(claim);
  const problem = useSignal('');
  const text = words.label.skipDialog;

  const skip = (): void => {
    const chosen = reason.peek();
    if (chosen === undefined) problem.value = text.choose;
    else if (chosen === 'other' && comment.peek().trim() === '') problem.value = text.noteNeeded;
    else {
      const isMended = chosen === 'broken-claim' && fix.peek().trim() !== claim.trim();
      onSkip({ reason: chosen, comment: comment.peek(), fix: isMended ? fix.peek() : '' });
    }
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      footer={
        <>
          <span class="skip-dialog-problem" role="alert">
            {problem.value}
          </span>
          <button type="button" onClick={onClose}>
            {words.shell.cancel}
          </button>
          <button type="button" class="primary" onClick={skip}>
            {text.skip} <kbd>{shownKeys('submit')}</kbd>
          </button>
        </>
      }
    >
      <SubmitKey onSubmit={skip} />
      <div class="skip-dialog" role="radiogroup" aria-label={text.title}>
        {skipReasons.map((one, at) => (
          <label key={one} class="skip-dialog-reason">
            <input
              type="radio"
              name="skip-reason"
              data-autofocus={at === 0 ? true : undefined}
              checked={reason.value === one}
              onChange={() => {
                reason.value = one;
                problem.value = '';
              }}
            />
            <span>
              <strong>{words.names.skipReasons[one]}</strong> <span>{text.meanings[one]}</span>{' '}
              <small>{text[skipConsequence[one]]}</small>
            </span>
          </label>
        ))}
      </div>
      {reason.value === 'broken-claim' && (
        <div class="skip-dialog-field">
          <label for="skip-dialog-fix">{text.fix}</label>
          <textarea
            id="skip-dialog-fix"
            rows={2}
            maxLength={10_000}
            dir="auto"
            value={fix.value}
            onInput={(event) => {
              fix.value = event.currentTarget.value;
            }}
          />
        </div>
      )}
      <div class="skip-dialog-field">
        <label for="skip-dialog-note">{text.note}</label>
        <textarea
          id="skip-dialog-note"
          rows={2}
          maxLength={10_000}
          value={comment.value}
          onInput={(event) => {
            comment.value = event.currentTarget.value;
            problem.value = '';
          }}
        />
      </div>
    </Dialog>
  );
}
