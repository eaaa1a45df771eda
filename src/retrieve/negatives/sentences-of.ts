import type { SearchRecord } from '../records/search-record.ts';

/** The sentences among elements, in a new list. */
export function sentencesOf(elements: readonly SearchRecord[]): SearchRecord[] {
  return elements.filter(({ kind, text }) => kind === 'sentence' && text.trim() !== '');
}
