import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface ResultGroupProps {
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** Results of one kind, under what they are. */
export function ResultGroup({ heading, children }: ResultGroupProps): JSX.Element {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox.
    <div role="group" aria-labelledby={id} class="search-pane-group">
      <p id={id} class="search-pane-heading" role="presentation">
        {heading}
      </p>
      {children}
    </div>
  );
}
