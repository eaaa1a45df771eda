import { firstFrom } from '../index/first-from.ts';
import { StringTable } from '../index/string-table.ts';
import type { TextIndex } from '../index/text-index.ts';

/** The documents that have all of some terms, ascending; none where one of the terms is in no document, or where there are no terms. */
export function documentsWithAll({ columns }: TextIndex, terms: Iterable<string>): Uint32Array {
  const { documents, offsets, termNumbers } = columns;
  const table = new StringTable(columns.terms);
  const lists: Uint32Array[] = [];
  for (const text of new Set(terms)) {
    const place = table.find(text);
    if (place < 0) return new Uint32Array();
    const term = termNumbers[place] as number;
    lists.push(documents.subarray(offsets[term] as number, offsets[term + 1] as number));
  }
  const [shortest = new Uint32Array(), ...others] = lists.sort((one, other) => one.length - other.length);
  return others.reduce(inBoth, shortest);
}

/** What is in both of two ascending lists, of which the first is the shorter. */
function inBoth(one: Uint32Array, other: Uint32Array): Uint32Array {
  let at = 0;
  return one.filter((document) => {
    at = firstFrom(other, at, other.length, document);
    return other[at] === document;
  });
}

/** Whether an ascending list has a number. */
export function includesSorted(list: Uint32Array, wanted: number): boolean {
  return list[firstFrom(list, 0, list.length, wanted)] === wanted;
}
