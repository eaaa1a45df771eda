import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { likelyLabels } from '../../annotate/write/likely-labels.ts';
import type { WriteDraft } from '../../annotate/write/write-draft.ts';
import { type Label, labels } from '../../claims/label.ts';
import { ariaKeys, shownKeys } from '../keyboard/use-keys.ts';
import { labelActions } from '../labels/label-actions.ts';
import { labelTone } from '../labels/label-tone.ts';
import { words } from '../words/words.ts';
import './label-choice.css';

export interface LabelChoiceProps {
  readonly draft: WriteDraft;
  readonly onChange: (label: Label) => void;
}

/** The three labels, with a hint at what the mutation makes likely. */
export function LabelChoice({ draft, onChange }: LabelChoiceProps): JSX.Element {
  const id = useId();
  const { mutation, source, answer } = draft;
  const likely = likelyLabels(mutation, source?.kind === 'claim' ? source.label : undefined);
  return (
    <fieldset class="label-choice" aria-describedby={`${id}-hint`}>
      <legend>{words.write.label}</legend>
      <div class="label-choice-options">
        {labels.map((label) => (
          <label key={label} class={`label-choice-option label-choice-${labelTone[label]}`}>
            <input
              type="radio"
              name={id}
              checked={answer.label === label}
              aria-keyshortcuts={ariaKeys(labelActions[label])}
              onChange={() => onChange(label)}
            />
            {shownKeys(labelActions[label]) !== '' && (
              <span aria-hidden="true">
                <kbd>{shownKeys(labelActions[label])}</kbd>
              </span>
            )}
            <span>{words.names.labels[label]}</span>
            {likely.includes(label) && answer.label === undefined && (
              <span class="label-choice-likely">{words.write.likely}</span>
            )}
          </label>
        ))}
      </div>
      <p id={`${id}-hint`} class="label-choice-hint">
        {mutation === undefined || likely.length === 0
          ? ''
          : answer.label === undefined
            ? words.write.likelyLabels(mutation, likely)
            : likely.includes(answer.label)
              ? ''
              : words.write.unlikely(mutation, likely)}
      </p>
    </fieldset>
  );
}
