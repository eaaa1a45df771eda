import type { JSX } from 'preact';
import { type Label, labels } from '../../claims/label.ts';
import { ariaKeys, shownKeys } from '../keyboard/use-keys.ts';
import { labelActions } from '../labels/label-actions.ts';
import { words } from '../words/words.ts';
import './verdict-choice.css';

export interface VerdictChoiceProps {
  readonly label: Label | undefined;
  readonly isReadOnly: boolean;
  readonly onChoose: (label: Label) => void;
}

/** The three verdicts, one of which is chosen. */
export function VerdictChoice({ label, isReadOnly, onChoose }: VerdictChoiceProps): JSX.Element {
  return (
    <div class="verdict-choice" role="radiogroup" aria-labelledby="verdict-choice-heading">
      <h2 id="verdict-choice-heading" class="verdict-choice-heading">
        {words.label.verdict}
      </h2>
      {labels.map((verdict) => (
        <label
          key={verdict}
          class={`verdict-choice-one verdict-choice-${labelActions[verdict]}`}
          title={words.label.labelMeanings[verdict]}
        >
          <input
            type="radio"
            name="verdict"
            checked={label === verdict}
            disabled={isReadOnly}
            aria-keyshortcuts={ariaKeys(labelActions[verdict])}
            onChange={() => onChoose(verdict)}
          />
          <span class="verdict-choice-name">{words.names.labels[verdict]}</span>
          <kbd>{shownKeys(labelActions[verdict])}</kbd>
        </label>
      ))}
    </div>
  );
}
