import { fold } from '../../text/search-words.ts';
import { createAnalyzer } from '../analysis/analyzer.ts';
import { weightingOf } from '../weighting/weighting-of.ts';
import { AsciiWords } from './ascii-words.ts';
import { GrowingUint32 } from './growing-columns.ts';
import { peaksOf } from './peaks.ts';
import { StringTable, sortedPlaces } from './string-table.ts';
import { type IndexSettings, manyTimes, type TextIndex } from './text-index.ts';

/** Of a word that is no term. */
const none = -1;

/**
 * Makes a {@link TextIndex} of documents that are added one by one. Time grows with the words; memory: ten bytes for each different word of a
 * document, and the vocabulary.
 */
export class TextIndexBuilder {
  readonly #settings: IndexSettings;
  readonly #analyzer;
  readonly #ascii = new AsciiWords();
  /** By word of {@link AsciiWords}: its term, or {@link none}. */
  readonly #asciiTerms = new GrowingUint32();
  /** The term of each other word in lower case. */
  readonly #otherTerms = new Map<string, number>();
  readonly #termNumbers = new Map<string, number>();
  /** By term: its last document plus 1, where that document's posting is, and in how many documents it is. */
  readonly #lastDocuments = new GrowingUint32();
  readonly #lastPostings = new GrowingUint32();
  readonly #frequencies = new GrowingUint32();
  /** By posting, in the order of documents. */
  readonly #postingTerms = new GrowingUint32();
  readonly #postingCounts = new GrowingUint32();
  /** By document: its length, and where its postings end. */
  readonly #lengths = new GrowingUint32();
  readonly #ends = new GrowingUint32();
  #words = 0;

  constructor(settings: IndexSettings) {
    this.#settings = settings;
    this.#analyzer = createAnalyzer(settings.analysis);
  }

  /** Number of documents. */
  get size(): number {
    return this.#lengths.length;
  }

  /** Adds a document and gives back its number. Each field is counted as often as `times` says, a whole number from 0 on. */
  add(fields: readonly { readonly text: string; readonly times: number }[]): number {
    const document = this.#lengths.length;
    let length = 0;
    for (const { text, times } of fields) if (times > 0) length += times * this.#addText(text, times);
    this.#lengths.push(length);
    this.#ends.push(this.#postingTerms.length);
    this.#words += length;
    return document;
  }

  /** Gives back the number of terms. */
  #addText(text: string, times: number): number {
    const isWords = this.#settings.analysis.grams === 'words';
    const count = isWords ? this.#ascii.read(text) : -1;
    if (count < 0) {
      let terms = 0;
      for (const term of this.#termsOf(text)) {
        this.#count(term, times);
        terms += 1;
      }
      return terms;
    }
    const { found } = this.#ascii;
    let terms = 0;
    for (let at = 0; at < count; at++) {
      const word = found[at] as number;
      if (word >= this.#asciiTerms.length) this.#learnWords();
      const term = this.#asciiTerms.get(word) | 0;
      if (term === none) continue;
      this.#count(term, times);
      terms += 1;
    }
    return terms;
  }

  *#termsOf(text: string): Generator<number> {
    if (this.#settings.analysis.grams !== 'words') {
      for (const term of this.#analyzer.termsOf(text)) yield this.#numberOf(term);
      return;
    }
    for (const raw of this.#analyzer.wordsOf(text)) {
      let term = this.#otherTerms.get(raw);
      if (term === undefined) {
        const made = this.#analyzer.termOf(raw);
        term = made === undefined ? none : this.#numberOf(made);
        this.#otherTerms.set(raw, term);
      }
      if (term !== none) yield term;
    }
  }

  #learnWords(): void {
    for (let word = this.#asciiTerms.length; word < this.#ascii.size; word++) {
      const term = this.#analyzer.termOf(this.#ascii.at(word));
      this.#asciiTerms.push(term === undefined ? none : this.#numberOf(term));
    }
  }

  #numberOf(term: string): number {
    let number = this.#termNumbers.get(term);
    if (number === undefined) {
      number = this.#termNumbers.size;
      this.#termNumbers.set(term, number);
      this.#lastDocuments.push(0);
      this.#lastPostings.push(0);
      this.#frequencies.push(0);
    }
    return number;
  }

  #count(term: number, times: number): void {
    const current = this.#lengths.length + 1;
    if (this.#lastDocuments.get(term) === current) {
      const posting = this.#lastPostings.get(term);
      this.#postingCounts.set(posting, this.#postingCounts.get(posting) + times);
      return;
    }
    this.#lastDocuments.set(term, current);
    this.#lastPostings.set(term, this.#postingTerms.length);
    this.#frequencies.set(term, this.#frequencies.get(term) + 1);
    this.#postingTerms.push(term);
    this.#postingCounts.push(times);
  }

  /** The index of all documents that were added. */
  finish(): TextIndex {
    const offsets = new Uint32Array(this.#termNumbers.size + 1);
    for (let term = 0; term < this.#termNumbers.size; term++)
      offsets[term + 1] = (offsets[term] as number) + this.#frequencies.get(term);
    const postings = this.#postingTerms.length;
    const documents = new Uint32Array(postings);
    const counts = new Uint8Array(postings);
    const many: [posting: number, count: number][] = [];
    const next = offsets.slice();
    let posting = 0;
    for (let document = 0; document < this.size; document++) {
      for (const end = this.#ends.get(document); posting < end; posting++) {
        const term = this.#postingTerms.get(posting);
        const count = this.#postingCounts.get(posting);
        const at = next[term] as number;
        next[term] = at + 1;
        documents[at] = document;
        counts[at] = Math.min(count, manyTimes);
        if (count >= manyTimes) many.push([at, count]);
      }
    }
    many.sort(([one], [other]) => one - other);
    const index = {
      settings: this.#settings,
      size: this.size,
      words: this.#words,
      columns: {
        lengths: this.#lengths.toArray(),
        offsets,
        documents,
        counts,
        manyPostings: Uint32Array.from(many, ([at]) => at),
        manyCounts: Uint32Array.from(many, ([, count]) => count),
        peaks: new Float64Array(0),
        ...this.#vocabulary(),
      },
    };
    const peaks = peaksOf(index, weightingOf(this.#settings.weighting));
    return { ...index, columns: { ...index.columns, peaks } };
  }

  #vocabulary() {
    const terms = [...this.#termNumbers.keys()];
    const termNumbers = sortedPlaces(terms);
    const words: string[] = [];
    const numbers: number[] = [];
    const put = (word: string, term: number): void => {
      if (term === none || terms[term] === word) return;
      words.push(word);
      numbers.push(term);
    };
    for (let word = 0; word < this.#asciiTerms.length; word++)
      put(this.#ascii.at(word), this.#asciiTerms.get(word) | 0);
    for (const [word, term] of this.#otherTerms) put(fold(word), term);
    const places = sortedPlaces(words);
    return {
      terms: StringTable.from(Array.from(termNumbers, (at) => terms[at] as string)).columns,
      termNumbers,
      words: StringTable.from(Array.from(places, (at) => words[at] as string)).columns,
      wordTerms: places.map((at) => numbers[at] as number),
    };
  }
}
