import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type Mutation, mutations } from '../../claims/mutation.ts';
import { words } from '../words/words.ts';
import './mutation-choice.css';

export interface MutationChoiceProps {
  readonly mutation: Mutation | undefined;
  readonly onChange: (mutation: Mutation | undefined) => void;
}

/** The mutations of FEVER, each with what it means and an example: of the chosen one. */
export function MutationChoice({ mutation, onChange }: MutationChoiceProps): JSX.Element {
  const id = useId();
  const { meaning, example } =
    mutation === undefined
      ? { meaning: words.write.noMutationMeaning, example: undefined }
      : words.write.mutations[mutation];
  return (
    <fieldset class="mutation-choice">
      <legend>{words.write.mutation}</legend>
      <div class="mutation-choice-options">
        {([undefined, ...mutations] as const).map((option) => {
          const key = option ?? 'none';
          const { name, meaning: about } =
            option === undefined
              ? { name: words.write.noMutation, meaning: words.write.noMutationMeaning }
              : words.write.mutations[option];
          return (
            <label key={key} class="mutation-choice-option" title={about}>
              <input
                type="radio"
                name={id}
                checked={mutation === option}
                aria-describedby={`${id}-${key}`}
                onChange={() => onChange(option)}
              />
              <span>{name}</span>
              <span id={`${id}-${key}`} hidden>
                {about}
              </span>
            </label>
          );
        })}
      </div>
      <p class="mutation-choice-meaning" aria-hidden="true">
        {meaning}
        {example !== undefined && (
          <span class="mutation-choice-example">{words.write.exampleOf(example)}</span>
        )}
      </p>
    </fieldset>
  );
}
