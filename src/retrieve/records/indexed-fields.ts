import type { IndexSettings } from '../index/text-index.ts';
import type { SearchRecord } from './search-record.ts';

/** A text of a record, and how often its words count. */
export interface IndexedField {
  readonly text: string;
  readonly times: number;
}

/** What is searched of a record: its text, its title, what heads it. */
export function indexedFields(
  { text, title, heads }: SearchRecord,
  { boosts }: Pick<IndexSettings, 'boosts'>,
): IndexedField[] {
  return [
    { text, times: 1 },
    { text: title, times: boosts.title },
    ...heads.map((head) => ({ text: head, times: boosts.heads })),
  ];
}
