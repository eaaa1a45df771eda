import { signal } from '@preact/signals';
import { guidelinesResponseSchema } from '../../annotate/api/corpus.ts';
import { callApi } from '../store/api.ts';
import { session } from '../store/session.ts';

/** The guidelines as the server has them; `undefined` before they were loaded. */
export const guidelines = signal<{ readonly markdown: string; readonly fingerprint: string } | undefined>(
  undefined,
);

/** What the page is about now, in different words: where the guidelines open. The page sets it. */
export const guidelineTopics = signal<readonly string[]>([]);

/** Whether the guidelines are open, and at which topics. */
export const openedTopics = signal<readonly string[] | undefined>(undefined);

/** Opens the guidelines at the heading that fits the topics, by default those of the page. */
export function showGuidelines(topics: readonly string[] = guidelineTopics.value): void {
  openedTopics.value = topics;
}

/** Loads the guidelines; `undefined` where the dataset has none. @throws ApiError */
export async function loadGuidelines(): Promise<void> {
  if (session.value?.guidelines === null) return;
  guidelines.value = await callApi('guidelines', guidelinesResponseSchema);
}
