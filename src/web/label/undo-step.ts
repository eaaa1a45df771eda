import { doesStand } from '../../annotate/label/claim-in-hand.ts';
import { showToast } from '../shell/toast.tsx';
import { words } from '../words/words.ts';
import type { Workspace } from './workspace.ts';

/** Goes one step back, and says so where that takes back what was sent. */
export function undoStep({ state, act, said }: Pick<Workspace, 'state' | 'act' | 'said'>): void {
  const before = state.peek();
  act({ type: 'undo', at: Date.now() });
  const { current, view } = state.peek();
  if (before.view === view && before.current?.timeline === current?.timeline) {
    said.value = words.label.nothingToUndo;
    return;
  }
  const last = before.back.at(-1);
  if (current === undefined || last?.item.id !== current.item.id) return;
  if (current.standing.length < last.standing.length)
    showToast({ text: words.label.withdrawn[doesStand(current) ? 'toEarlier' : 'all'], seconds: 5 });
}
