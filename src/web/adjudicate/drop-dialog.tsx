import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Reason } from '../../claims/reason.ts';
import { Dialog } from '../shell/dialog.tsx';
import { SubmitKey } from '../shell/submit-key.tsx';
import { words } from '../words/words.ts';
import type { Desk } from './desk.ts';
import { ReasonChoice } from './reason-choice.tsx';
import './settle-dialog.css';
import { drop } from './settle.ts';
import { SettleFooter } from './settle-footer.tsx';

/** Says what becomes of a claim that is dropped, and asks why. */
export function DropDialog({
  desk,
  onClose,
}: {
  readonly desk: Desk;
  readonly onClose: () => void;
}): JSX.Element {
  const text = words.adjudicate.drop;
  const reason = useSignal<Reason | undefined>(undefined);
  const comment = useSignal(desk.kept.value.comment);
  const isLacking = useSignal(false);
  const submit = (): void => {
    isLacking.value = reason.value === undefined;
    if (reason.value === undefined) return;
    onClose();
    drop(desk, reason.value, comment.value);
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      footer={<SettleFooter label={text.submit} onClose={onClose} onSubmit={submit} />}
    >
      <SubmitKey onSubmit={submit} />
      <div class="settle-dialog">
        <p class="settle-dialog-claim">{desk.conflict.value?.claim}</p>
        <p>{text.text}</p>
        <ReasonChoice
          title={text.reason}
          chosen={reason.value}
          meanings={text.reasons}
          isFirst
          onChoose={(chosen) => {
            reason.value = chosen;
          }}
        />
        {isLacking.value && (
          <p class="settle-dialog-lacks" role="alert">
            {text.lacks}
          </p>
        )}
        <label>
          <span>{text.comment}</span>
          <textarea
            rows={2}
            maxLength={10_000}
            value={comment.value}
            onInput={({ currentTarget }) => {
              comment.value = currentTarget.value;
            }}
          />
        </label>
      </div>
    </Dialog>
  );
}
