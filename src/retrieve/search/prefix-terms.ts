import { fold } from '../../text/search-words.ts';
import { StringTable } from '../index/string-table.ts';
import type { TextIndex } from '../index/text-index.ts';
import { BestDocuments } from './best-documents.ts';

/** Finds the terms of an index that the beginning of a word may stand for. */
export class PrefixTerms {
  readonly #index: TextIndex;
  /** By term: its place among the sorted ones; made when first needed. */
  #places: Uint32Array | undefined;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** The commonest terms, at most `most`, that begin so or that are of a word that does; of equally common ones the first in the order of their UTF-8 bytes. */
  startingWith(prefix: string, most: number): string[] {
    const { columns } = this.#index;
    const folded = fold(prefix);
    if (folded === '') return [];
    this.#places ??= placesOf(columns.termNumbers);
    const places = new Set<number>();
    const terms = new StringTable(columns.terms);
    const [from, to] = terms.range(folded);
    for (let place = from; place < to; place++) places.add(place);
    const [first, end] = new StringTable(columns.words).range(folded);
    for (let word = first; word < end; word++)
      places.add(this.#places[columns.wordTerms[word] as number] as number);
    const best = new BestDocuments(most);
    for (const place of Uint32Array.from(places).sort()) {
      const term = columns.termNumbers[place] as number;
      const frequency = (columns.offsets[term + 1] as number) - (columns.offsets[term] as number);
      if (frequency > best.least) best.offer(place, frequency);
    }
    return best.ranked().map(({ document: place }) => terms.at(place));
  }
}

function placesOf(termNumbers: Uint32Array): Uint32Array {
  const places = new Uint32Array(termNumbers.length);
  for (const [place, term] of termNumbers.entries()) places[term] = place;
  return places;
}
