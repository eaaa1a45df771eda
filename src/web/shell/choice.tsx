import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import './choice.css';

export interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few values, as radio buttons in a row. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  const { title, values, names, chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{title}</legend>
      {values.map((value) => (
        <label key={value} class="choice-value">
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {names[value]}
        </label>
      ))}
    </fieldset>
  );
}
