import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { words } from '../words/words.ts';

export interface MoveMenuProps {
  /** Of the element. */
  readonly name: string;
  /** Its set. */
  readonly from: number;
  /** How many sets there are. */
  readonly count: number;
  readonly move: (to: number) => void;
}

/** A button that opens the list of sets to which an element can go. */
export function MoveMenu({ name, from, count, move }: MoveMenuProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  useEffect(() => {
    if (!isOpen) return;
    items()[0]?.focus();
    const close = (event: Event) => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpen(false);
    };
    addEventListener('pointerdown', close);
    return () => removeEventListener('pointerdown', close);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const targets: Record<string, HTMLElement | undefined> = {
      ArrowDown: all[(at + 1) % all.length],
      ArrowUp: all.at(at <= 0 ? -1 : at - 1),
      Home: all[0],
      End: all.at(-1),
    };
    if (event.key === 'Escape') {
      root.current?.querySelector('button')?.focus();
      setOpen(false);
    } else if (event.key === 'Tab') {
      setOpen(false);
      return;
    } else if (targets[event.key] !== undefined) targets[event.key]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const sets = [...Array(count + 1).keys()].filter((set) => set !== from);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu that is in it.
    <div ref={root} class="evidence-move" onKeyDown={onKeyDown}>
      <button
        type="button"
        class="quiet evidence-icon"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={words.evidence.move(name)}
        title={words.evidence.move(name)}
        onClick={() => setOpen(!isOpen)}
      >
        ⇄
      </button>
      <div
        id={id}
        class="evidence-move-menu"
        role="menu"
        aria-label={words.evidence.move(name)}
        hidden={!isOpen}
      >
        {sets.map((set) => (
          <button
            key={set}
            type="button"
            role="menuitem"
            class="quiet"
            tabIndex={-1}
            onClick={() => {
              setOpen(false);
              move(set);
            }}
          >
            {set === count ? words.evidence.moveToNew : words.evidence.moveTo(set)}
          </button>
        ))}
      </div>
    </div>
  );
}
