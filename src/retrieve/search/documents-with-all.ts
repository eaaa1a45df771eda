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
    // In steps that double: the other list may be a thousand times as long.
    let step = 1;
    while (at + step < other.length && (other[at + step] as number) < document) {
      at += step;
      step *= 2;
    }
    let high = Math.min(at + step, other.length);
    while (at < high) {
      const middle = (at + high) >>> 1;
      if ((other[middle] as number) < document) at = middle + 1;
      else high = middle;
    }
    return other[at] === document;
  });
}

/** Whether an ascending list has a number. */
export function includesSorted(list: Uint32Array, wanted: number): boolean {
  let low = 0;
  for (let high = list.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted;
}
