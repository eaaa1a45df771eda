import { computed, signal } from '@preact/signals';
import { toNfc } from '../../text/normalise.ts';
import { ApiError } from '../store/api.ts';
import { articles, openArticle } from '../store/articles.ts';
import { words } from '../words/words.ts';

/** Titles in Unicode normal form C of the articles that are open, in the order in which they were opened. */
export const openTitles = signal<readonly string[]>([]);
/** The one that is shown. */
export const shownTitle = signal<string | undefined>(undefined);
/** The element that keys act on. */
export const focusedUnit = signal<string | undefined>(undefined);
/** Why an article could not be opened; empty otherwise. */
export const articleMessage = signal('');

/** The article that is shown, once it is there. */
export const shownArticle = computed(() => articles.value.get(shownTitle.value ?? '')?.article);

/** Opens an article beside those that are open, and shows it, at an element where one is named. */
export async function showArticle(title: string, id?: string): Promise<void> {
  const key = toNfc(title);
  articleMessage.value = '';
  try {
    await openArticle(key);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    articleMessage.value =
      error.status === 404 ? words.write.articleMissing(title) : words.write.articleFailed(title);
    return;
  }
  if (!openTitles.value.includes(key)) openTitles.value = [...openTitles.value, key];
  shownTitle.value = key;
  if (id !== undefined) {
    // Shown again also where it was the last one.
    focusedUnit.value = undefined;
    focusedUnit.value = toNfc(id);
  }
}

/** Shows the open article before or behind the shown one. */
export function stepArticle(by: 1 | -1): void {
  const titles = openTitles.value;
  const at = titles.indexOf(shownTitle.value ?? '');
  const next = titles[(at + by + titles.length) % titles.length];
  if (next !== undefined) shownTitle.value = next;
}

/** Closes an article; the one behind it is shown, else the one before. */
export function closeArticle(title: string): void {
  const titles = openTitles.value;
  const at = titles.indexOf(title);
  openTitles.value = titles.filter((other) => other !== title);
  if (shownTitle.value === title) shownTitle.value = titles[at + 1] ?? titles[at - 1];
}
