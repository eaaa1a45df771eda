import type { JSX, RefObject } from 'preact';
import type { TrailStep } from '../../claims/annotation.ts';
import { SearchPane } from '../search/search-pane.tsx';
import { words } from '../words/words.ts';
import './tool-column.css';
import type { Workspace } from './workspace.ts';

export interface ToolColumnProps {
  readonly root: RefObject<HTMLElement>;
  readonly desk: Workspace;
  /** Where there is no room for it, it lies above the page when it is open. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Search, open articles, and what was done about the claim. */
export function ToolColumn({ root, desk, isOpen, onClose }: ToolColumnProps): JSX.Element {
  const { shown, act, session } = desk;
  const claim = shown.value;
  const { pages = [], page, trail = [] } = claim ?? {};
  return (
    <aside
      ref={root}
      class="tool-column"
      data-open={isOpen}
      aria-label={words.label.tools}
      onKeyDown={({ key, target }) => {
        // In the search the first Escape empties the box.
        const isEmpty = !(target instanceof HTMLInputElement) || target.value === '';
        if (key === 'Escape' && isEmpty && isOpen) onClose();
      }}
    >
      <button type="button" class="quiet tool-column-close" onClick={onClose}>
        {words.label.closeTools} <kbd>Esc</kbd>
      </button>
      <SearchPane
        {...(claim !== undefined && { claim: claim.item.id })}
        isSuggestionsOn={session.suggestions}
        onOpen={(title, id) => {
          void desk.show(title, id);
          onClose();
        }}
        onSearched={(query) => act({ type: 'searched', words: query })}
        onSuggested={() => act({ type: 'suggested' })}
      />
      {pages.length > 1 && (
        <section class="tool-column-part" aria-labelledby="tool-column-pages">
          <h2 id="tool-column-pages">{words.label.pages}</h2>
          <ul>
            {pages.map(({ title }) => (
              <li key={title}>
                <button
                  type="button"
                  class="quiet"
                  dir="auto"
                  aria-current={title === page ? 'page' : undefined}
                  onClick={() => {
                    void desk.show(title);
                    onClose();
                  }}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {trail.length > 1 && (
        <details class="tool-column-part">
          <summary>{words.label.steps}</summary>
          <ol>
            {trail.map((step, at) => (
              <li key={at}>
                <span class="tool-column-when">{words.label.stepAt(step.after)}</span>{' '}
                <span dir="auto">{textOf(step)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </aside>
  );
}

function textOf({ did, what }: TrailStep): string {
  return words.label.step[did](what);
}
