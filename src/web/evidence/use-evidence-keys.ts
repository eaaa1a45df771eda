import type { RefObject } from 'preact';
import { useKeys } from '../keyboard/use-keys.ts';
import type { EvidenceSetsProps } from './evidence-sets-props.ts';

/** The keys that act on evidence sets. What moves, removes and notes an element means the one in the panel that has the focus, or else that of the article. */
export function useEvidenceKeys(props: EvidenceSetsProps, root: RefObject<HTMLElement>): void {
  const { draft, act, focused, isReadOnly = false } = props;
  const { sets, active } = draft;

  /** The element that is meant, and its set. */
  const meant = (): { id: string; from: number } | undefined => {
    const row = document.activeElement?.closest<HTMLElement>('[data-unit]');
    const { unit, from } = (root.current?.contains(row ?? null) && row?.dataset) || {};
    if (unit !== undefined) return { id: unit, from: Number(from) };
    const id = focused?.peek();
    if (id === undefined) return undefined;
    return { id, from: sets[active]?.includes(id) ? active : sets.findIndex((set) => set.includes(id)) };
  };

  useKeys(
    isReadOnly
      ? {}
      : {
          'new-set': () => act({ type: 'new-set' }),
          'activate-set': (_, digit) =>
            act({ type: 'activate', set: digit === undefined ? (active + 1) % sets.length : digit - 1 }),
          'move-to-set': (_, digit) => {
            const unit = meant();
            if (unit === undefined || unit.from < 0) return false;
            const to = digit === undefined ? sets.length : Math.min(digit - 1, sets.length);
            return act({ type: 'move', ...unit, to });
          },
          'remove-unit': () => {
            const unit = meant();
            return unit === undefined || unit.from < 0 ? false : act({ type: 'remove', ...unit });
          },
          consult: () => {
            const unit = meant();
            return unit === undefined ? false : act({ type: 'consult', id: unit.id });
          },
        },
  );
}
