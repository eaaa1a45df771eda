import type { JSX } from 'preact';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { words } from '../words/words.ts';
import { draggedUnit } from './dragged-unit.ts';
import type { EvidenceSetsProps } from './evidence-sets-props.ts';
import { MoveMenu } from './move-menu.tsx';
import { fullNameOf, nameOf } from './name-of.ts';

export interface EvidenceUnitProps extends EvidenceSetsProps {
  readonly id: string;
  /** Position of its set; absent for what was only looked at. */
  readonly set: number | undefined;
  readonly hasTitles: boolean;
}

/** A chosen element: where it stands, what it says, and what can be done with it. */
export function EvidenceUnit(props: EvidenceUnitProps): JSX.Element {
  const { id, set, hasTitles, draft, act, show, describe, isReadOnly = false } = props;
  const described = describe(id);
  const name = fullNameOf(id);
  const removal = set === undefined ? words.evidence.removeConsulted(name) : words.evidence.remove(name, set);
  const place = [...(hasTitles ? [parseEvidenceId(id)?.title ?? ''] : []), ...(described?.context ?? [])];
  const isDraggable = !isReadOnly && set !== undefined;
  return (
    <li
      class="evidence-unit"
      data-unit={id}
      data-from={set ?? -1}
      draggable={isDraggable}
      onDragStart={(event) => {
        if (set !== undefined) draggedUnit.put(event, { id, from: set });
      }}
    >
      <button
        type="button"
        class="quiet evidence-unit-show"
        title={words.evidence.show(name)}
        onClick={() => show(id)}
      >
        <span class="evidence-unit-place">
          <span class="evidence-unit-name">{nameOf(id)}</span>
          {place.map((head) => (
            <span class="evidence-unit-head" dir="auto">
              {head}
            </span>
          ))}
        </span>
        <span class="evidence-unit-text" dir="auto">
          {described === undefined ? words.evidence.loading : described.text || words.evidence.emptyText}
        </span>
      </button>
      {!isReadOnly && (
        <div class="evidence-unit-tools">
          {set !== undefined && (
            <MoveMenu
              name={name}
              from={set}
              count={draft.sets.length}
              move={(to) => act({ type: 'move', id, from: set, to })}
            />
          )}
          <button
            type="button"
            class="quiet evidence-icon"
            aria-label={removal}
            title={removal}
            onClick={(event) => {
              keepFocus(event.currentTarget);
              act(set === undefined ? { type: 'consult', id } : { type: 'remove', id, from: set });
            }}
          >
            ✕
          </button>
        </div>
      )}
    </li>
  );
}

/** What has the focus goes with its line: the line that takes its place, or the name of the set, has it then. */
function keepFocus(button: HTMLElement): void {
  const row = button.closest('li');
  const list = row?.parentElement;
  const card = list?.closest('.evidence-card');
  const at = row === null ? -1 : [...(list?.children ?? [])].indexOf(row);
  requestAnimationFrame(() => {
    const rows = list?.isConnected ? [...list.children] : [];
    const next = (rows[at] ?? rows.at(-1))?.querySelector('.evidence-unit-tools > :last-child');
    const target = next ?? card?.querySelector('.evidence-card-name');
    if (target instanceof HTMLElement) target.focus();
  });
}
