import { computed, signal } from '@preact/signals';
import { record, redo, startTimeline, undo } from '../../annotate/draft/timeline.ts';
import { emptyWriteDraft, reduceWrite } from '../../annotate/write/reduce-write.ts';
import type { WriteAction, WriteDraft } from '../../annotate/write/write-draft.ts';

const timeline = signal(startTimeline(emptyWriteDraft));

/** The claim that is being written. It stays while other parts of the page are open. */
export const writing = computed(() => timeline.value.present);
/** What is said of the submission, beside its button. */
export const submitMessage = signal('');
/** How many claims were begun since the page was opened: after a submission, from another claim, to change one. The text takes the keys. */
export const begun = signal(0);

/** Does something to the claim. Letters are undone by the field itself; everything else is a step. */
export function act(action: WriteAction): void {
  const { present } = timeline.value;
  const next = reduceWrite(present, action);
  if (next === present) return;
  submitMessage.value = '';
  timeline.value =
    action.type === 'text' ? { ...timeline.value, present: next } : record(timeline.value, next);
}

/** Takes the last choice back; false where there is none. */
export function undoChoice(): boolean {
  const before = timeline.value;
  const after = undo(before);
  if (after === before) return false;
  timeline.value = withLetters(after, before.present);
  return true;
}

/** Does again what was taken back. */
export function redoChoice(): void {
  const before = timeline.value;
  timeline.value = withLetters(redo(before), before.present);
}

/** Begins with another claim; nothing of the one before can be brought back. */
export function startWith(draft: WriteDraft): void {
  submitMessage.value = '';
  timeline.value = startTimeline(draft);
}

/** As {@link startWith}, and the text takes the keys. */
export function writeFrom(draft: WriteDraft): void {
  startWith(draft);
  begun.value += 1;
}

/** Whether there is a text that would be lost. */
export function hasText(): boolean {
  return writing.value.text.trim() !== '';
}

/** With the letters as they are; a text that was taken, not typed, comes and goes with its step. */
function withLetters<Line extends { readonly present: WriteDraft }>(
  line: Line,
  { text, offered }: WriteDraft,
): Line {
  return line.present.offered === offered ? { ...line, present: { ...line.present, text } } : line;
}
