import type { JSX, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { type Reason, reasons } from '../../claims/reason.ts';
import { words } from '../words/words.ts';
import { Keys } from './answers.tsx';
import './reason-choice.css';

export interface ReasonChoiceProps {
  readonly title: string;
  readonly chosen: Reason | undefined;
  readonly onChoose: (reason: Reason) => void;
  readonly group?: Ref<HTMLFieldSetElement>;
  /** Key before the digit of a reason. */
  readonly keys?: string;
  /** The reasons that there are, with what they mean here; by default all. */
  readonly meanings?: Readonly<Partial<Record<Reason, string>>>;
  /** Whether a dialog begins here. */
  readonly isFirst?: boolean;
}

/** The reasons with what each means. */
export function ReasonChoice(props: ReasonChoiceProps): JSX.Element {
  const { title, chosen, onChoose, group, keys = '', meanings, isFirst = false } = props;
  const name = useId();
  return (
    <fieldset class="reason-choice" {...(group !== undefined && { ref: group })}>
      <legend>{title}</legend>
      {reasons.map((reason, at) => {
        const text = words.adjudicate.reasons[reason];
        const meaning =
          meanings === undefined ? [text.meaning, text.note].join(' ').trim() : meanings[reason];
        if (meaning === undefined) return null;
        return (
          <label key={reason} class="reason-choice-value">
            <input
              type="radio"
              name={name}
              {...(isFirst && { 'data-autofocus': true })}
              checked={chosen === reason}
              onChange={() => onChoose(reason)}
            />
            <span>
              <span class="reason-choice-name">{text.name}</span>{' '}
              <span class="reason-choice-meaning">{meaning}</span>
            </span>
            {keys !== '' && <Keys of={`${keys} ${at + 1}`} />}
          </label>
        );
      })}
    </fieldset>
  );
}
