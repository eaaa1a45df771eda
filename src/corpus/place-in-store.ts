import type { Place } from '../diagnostic/diagnostic.ts';

/** The place of a finding about something inside a store, which has no lines: the finding itself names the article. */
export function placeInStore(name: string): Place {
  const point = { line: 1, column: 1, offset: 0 };
  return { file: name, span: { start: 0, end: 0 }, start: point, end: point, lineText: '' };
}
