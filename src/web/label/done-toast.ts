import { useEffect } from 'preact/hooks';
import { shownKeys } from '../keyboard/use-keys.ts';
import { showToast } from '../shell/toast.tsx';
import { words } from '../words/words.ts';
import { undoStep } from './undo-step.ts';
import type { Workspace } from './workspace.ts';

/** Says what was just sent, with one click to take it back: also where no claim follows. */
export function useDoneToast(desk: Workspace | undefined): void {
  const justDone = desk?.state.value.justDone;
  useEffect(() => {
    if (desk === undefined || justDone === undefined) return undefined;
    const { did } = justDone;
    const text = did.kind === 'skip' ? words.label.done.skip : words.label.done[did.kind](did.label);
    return showToast({
      text,
      seconds: 5,
      action: { text: words.label.undo, keys: shownKeys('undo'), run: () => undoStep(desk) },
    });
  }, [desk, justDone?.claim, justDone?.until]);
}
