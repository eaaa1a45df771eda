import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { letterOf } from '../../text/letter-of.ts';
import { colourOfSet } from '../article/set-colour.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import { draggedUnit } from './dragged-unit.ts';
import type { EvidenceSetsProps } from './evidence-sets-props.ts';
import { EvidenceUnit } from './evidence-unit.tsx';

export interface EvidenceCardProps extends EvidenceSetsProps {
  readonly position: number;
  readonly isActive: boolean;
  /** Whether elements of several articles are shown, so that each needs its title. */
  readonly hasTitles: boolean;
}

/** One evidence set: all of its elements are needed together. */
export function EvidenceCard(props: EvidenceCardProps): JSX.Element {
  const { position, isActive, draft, act, isReadOnly = false } = props;
  const set = draft.sets[position] ?? [];
  const [isTarget, setTarget] = useState(false);
  const isLookedAt = draft.label === 'NOT ENOUGH INFO' && draft.keepsPartial !== true;
  return (
    <li
      class="evidence-card"
      data-active={isActive}
      data-target={isTarget}
      data-set={colourOfSet(position)}
      onDragOver={(event) => {
        if (isReadOnly || !draggedUnit.isIn(event)) return;
        event.preventDefault();
        setTarget(true);
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={(event) => {
        setTarget(false);
        const unit = draggedUnit.of(event);
        if (unit === undefined || isReadOnly) return;
        event.preventDefault();
        act({ type: 'move', ...unit, to: position });
      }}
    >
      <div class="evidence-card-head">
        <button
          type="button"
          class="quiet evidence-card-name"
          aria-pressed={isActive}
          disabled={isReadOnly}
          onClick={() => act({ type: 'activate', set: position })}
        >
          <span class="evidence-card-letter" aria-hidden="true">
            {letterOf(position)}
          </span>
          <span class="visually-hidden">{words.evidence.setName(position)}</span>
          {set.length > 0 && (
            <span class="evidence-card-rule">
              {isLookedAt ? words.evidence.notNeeded : words.evidence.needed(set.length)}
            </span>
          )}
          {isActive && !isReadOnly && <span class="evidence-card-active">{words.evidence.active}</span>}
        </button>
        {!isReadOnly && (draft.sets.length > 1 || set.length > 0) && (
          <button
            type="button"
            class="quiet evidence-icon"
            aria-label={words.evidence.deleteSet(position)}
            title={words.evidence.deleteSet(position)}
            onClick={(event) => {
              const list = event.currentTarget.closest('.evidence-sets');
              act({ type: 'delete-set', set: position });
              requestAnimationFrame(() =>
                focusOn(list?.querySelector('[data-active="true"] .evidence-card-name')),
              );
            }}
          >
            ✕
          </button>
        )}
      </div>
      {set.length === 0 ? (
        <p class="evidence-card-empty">
          {isActive && !isReadOnly ? <EmptyHint /> : words.evidence.emptyInactive}
        </p>
      ) : (
        <ul>
          {set.map((id) => (
            <EvidenceUnit key={id} id={id} set={position} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}

function EmptyHint(): JSX.Element {
  return (
    <>
      {words.evidence.empty} {words.evidence.emptyWith(shownKeys('toggle-unit'))}
    </>
  );
}

function focusOn(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.focus();
}
