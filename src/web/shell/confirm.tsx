import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { words } from '../words/words.ts';
import { Dialog } from './dialog.tsx';

/** A question with two answers. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** The button that does it, such as "Drop the claim". */
  readonly yes: string;
  readonly no?: string;
}

interface AskedQuestion extends Question {
  readonly answer: (isYes: boolean) => void;
}

const asked = signal<AskedQuestion | undefined>(undefined);

/** Asks, and gives back whether the answer is yes; Escape is no. A question that is still open is answered no. */
export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false);
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (isYes) => {
        asked.value = undefined;
        resolve(isYes);
      },
    };
  });
}

/** The place of the question. */
export function ConfirmHost(): JSX.Element | null {
  const question = asked.value;
  if (question === undefined) return null;
  const { title, text, yes, no = words.shell.cancel, answer } = question;
  return (
    <Dialog
      title={title}
      size="small"
      onClose={() => answer(false)}
      footer={
        <>
          <button type="button" data-autofocus onClick={() => answer(false)}>
            {no}
          </button>
          <button type="button" class="primary" onClick={() => answer(true)}>
            {yes}
          </button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
