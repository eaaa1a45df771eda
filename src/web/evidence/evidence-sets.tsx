import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { words } from '../words/words.ts';
import { EvidenceCard } from './evidence-card.tsx';
import type { EvidenceSetsProps } from './evidence-sets-props.ts';
import { EvidenceUnit } from './evidence-unit.tsx';
import '../style/set-colours.css';
import './evidence-sets.css';
import { draggedUnit } from './dragged-unit.ts';
import { useChanges } from './use-changes.ts';
import { useEvidenceKeys } from './use-evidence-keys.ts';

/** The evidence sets of a draft in words: one set is AND, several are OR. To be given a `key` by claim, so that another claim is not told as a change. */
export function EvidenceSets(props: EvidenceSetsProps): JSX.Element {
  const { draft, act, isReadOnly = false } = props;
  const { sets, active, consulted } = draft;
  const said = useChanges(draft);
  const root = useRef<HTMLElement>(null);
  const [isTarget, setTarget] = useState(false);
  useEvidenceKeys(props, root);

  const titles = new Set([...sets.flat(), ...consulted].map((id) => parseEvidenceId(id)?.title));
  const shared = { ...props, isReadOnly, hasTitles: titles.size > 1 };
  return (
    <section ref={root} class="evidence-sets" aria-label={words.evidence.heading}>
      <h2 class="evidence-sets-heading">{words.evidence.heading}</h2>
      {sets.filter((set) => set.length > 0).length > 1 && (
        <p class="evidence-sets-any">{words.evidence.anySet}</p>
      )}
      <ol class="evidence-sets-list">
        {sets.map((_, position) => (
          <EvidenceCard key={position} position={position} isActive={position === active} {...shared} />
        ))}
      </ol>
      {!isReadOnly && (
        <button
          type="button"
          class="quiet evidence-sets-new"
          title={words.evidence.newSetHint}
          data-target={isTarget}
          onClick={() => act({ type: 'new-set' })}
          onDragOver={(event) => {
            if (!draggedUnit.isIn(event)) return;
            event.preventDefault();
            setTarget(true);
          }}
          onDragLeave={() => setTarget(false)}
          onDrop={(event) => {
            setTarget(false);
            const unit = draggedUnit.of(event);
            if (unit === undefined) return;
            event.preventDefault();
            act({ type: 'move', ...unit, to: sets.length });
          }}
        >
          + {words.evidence.newSet}
        </button>
      )}
      {consulted.length > 0 && (
        <div class="evidence-consulted">
          <h3>{words.evidence.consulted}</h3>
          <p>{words.evidence.consultedHint}</p>
          <ul>
            {consulted.map((id) => (
              <EvidenceUnit key={id} id={id} set={undefined} {...shared} />
            ))}
          </ul>
        </div>
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}
