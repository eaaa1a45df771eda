import { fold } from '../../text/search-words.ts';
import { createAnalyzer } from '../analysis/analyzer.ts';
import { weightingOf } from '../weighting/weighting-of.ts';
import { GrowingUint32 } from './growing-columns.ts';
import { peaksOf } from './peaks.ts';
import { StringTable, sortedPlaces } from './string-table.ts';
import {
  type IndexSettings,
  manyTimes,
  maxLength,
  type PostingColumns,
  type TextIndex,
  type VocabularyColumns,
} from './text-index.ts';
import { WordRuns } from './word-runs.ts';

/** Of a word that is no term. */
const none = -1;
/** Of the first run that has its terms in a list. */
const several = -2;

/**
 * Makes a {@link TextIndex} of documents that are added one by one. Time grows with the words; memory: ten bytes for each different word of a
 * document, and the vocabulary.
 */
export class TextIndexBuilder {
  readonly #settings: IndexSettings;
  readonly #analyzer;
  readonly #runs = new WordRuns();
  /** By run: its term, {@link none}, or {@link several} less its place in the lists. */
  #runTerms = new Int32Array(1024);
  #knownRuns = 0;
  /** The terms of runs that are no single word in ASCII. */
  readonly #lists: (readonly number[])[] = [];
  /** The term of each word in lower case that is not in ASCII. */
  readonly #otherTerms = new Map<string, number>();
  readonly #termNumbers = new Map<string, number>();
  /** By term, four numbers next to each other: its last document plus 1, where that document's posting is, and in how many documents it is. */
  #terms = new Uint32Array(4 * 1024);
  /** By posting that was not taken yet, in the order of documents. */
  #postingTerms = new GrowingUint32();
  #postingCounts = new GrowingUint32();
  /** By document: its length. */
  readonly #lengths = new GrowingUint32();
  /** By document whose postings were not taken yet: where they end. */
  #ends = new GrowingUint32();
  #words = 0;

  constructor(settings: IndexSettings) {
    this.#settings = settings;
    this.#analyzer = createAnalyzer(settings.analysis);
  }

  /** Number of documents. */
  get size(): number {
    return this.#lengths.length;
  }

  /** Number of postings that were not taken yet. */
  get postings(): number {
    return this.#postingTerms.length;
  }

  /** Sum of all lengths. */
  get words(): number {
    return this.#words;
  }

  /** By document: its length. */
  lengths(): Uint32Array {
    return this.#lengths.toArray();
  }

  /** Adds a document and gives back its number. Each field is counted as often as `times` says, a whole number from 0 on. */
  add(fields: readonly { readonly text: string; readonly times: number }[]): number {
    const document = this.#lengths.length;
    let length = 0;
    for (const { text, times } of fields) if (times > 0) length += times * this.#addText(text, times);
    length = Math.min(length, maxLength);
    this.#lengths.push(length);
    this.#ends.push(this.#postingTerms.length);
    this.#words += length;
    return document;
  }

  /** Gives back the number of terms. */
  #addText(text: string, times: number): number {
    if (this.#settings.analysis.grams !== 'words') {
      return this.#countAll(
        this.#analyzer.termsOf(text).map((term) => this.#numberOf(term)),
        times,
      );
    }
    const count = this.#runs.read(text);
    const { found, others } = this.#runs;
    if (this.#knownRuns < this.#runs.size) this.#learnRuns();
    const runTerms = this.#runTerms;
    let terms = 0;
    for (let at = 0; at < count; at++) {
      const run = found[at] as number;
      const term = run < 0 ? several : (runTerms[run] as number);
      if (term >= 0) {
        this.#count(term, times);
        terms += 1;
      } else if (term <= several) {
        const list = run < 0 ? this.#termsOf(others[-1 - run] as string) : this.#lists[several - term];
        terms += this.#countAll(list as readonly number[], times);
      }
    }
    return terms;
  }

  #countAll(terms: readonly number[], times: number): number {
    for (const term of terms) this.#count(term, times);
    return terms.length;
  }

  /** The terms of a text with characters beyond ASCII. */
  #termsOf(text: string): number[] {
    const terms: number[] = [];
    for (const word of this.#analyzer.wordsOf(text)) {
      let term = this.#otherTerms.get(word);
      if (term === undefined) {
        const made = this.#analyzer.termOf(word);
        term = made === undefined ? none : this.#numberOf(made);
        this.#otherTerms.set(word, term);
      }
      if (term !== none) terms.push(term);
    }
    return terms;
  }

  #learnRuns(): void {
    if (this.#runs.size > this.#runTerms.length) {
      const larger = new Int32Array(this.#runs.size * 2);
      larger.set(this.#runTerms);
      this.#runTerms = larger;
    }
    for (; this.#knownRuns < this.#runs.size; this.#knownRuns++) {
      const run = this.#runs.at(this.#knownRuns);
      if (this.#runs.isWide(this.#knownRuns)) {
        this.#runTerms[this.#knownRuns] = several - (this.#lists.push(this.#termsOf(run)) - 1);
      } else {
        const term = this.#analyzer.termOf(run);
        this.#runTerms[this.#knownRuns] = term === undefined ? none : this.#numberOf(term);
      }
    }
  }

  #numberOf(term: string): number {
    let number = this.#termNumbers.get(term);
    if (number === undefined) {
      number = this.#termNumbers.size;
      this.#termNumbers.set(term, number);
      if (4 * number === this.#terms.length) {
        const larger = new Uint32Array(8 * number);
        larger.set(this.#terms);
        this.#terms = larger;
      }
    }
    return number;
  }

  #count(term: number, times: number): void {
    const current = this.#lengths.length + 1;
    const terms = this.#terms;
    const at = 4 * term;
    if (terms[at] === current) {
      const posting = terms[at + 1] as number;
      this.#postingCounts.set(posting, this.#postingCounts.get(posting) + times);
      return;
    }
    terms[at] = current;
    terms[at + 1] = this.#postingTerms.length;
    (terms[at + 2] as number) += 1;
    this.#postingTerms.push(term);
    this.#postingCounts.push(times);
  }

  /** The index of all documents that were added, none of whose postings was taken. */
  finish(): TextIndex {
    const index = {
      settings: this.#settings,
      size: this.size,
      words: this.#words,
      columns: {
        lengths: this.lengths(),
        ...this.takePostings(),
        peaks: new Float64Array(0),
        ...this.vocabulary(),
      },
    };
    const peaks = peaksOf(index, weightingOf(this.#settings.weighting));
    return { ...index, columns: { ...index.columns, peaks } };
  }

  /**
   * The postings of all documents that were added since this was called last, which are then forgotten: an index larger than memory is put together of them,
   * each term's one behind the other. Terms keep their numbers.
   */
  takePostings(): PostingColumns {
    const offsets = new Uint32Array(this.#termNumbers.size + 1);
    for (let term = 0; term < this.#termNumbers.size; term++) {
      offsets[term + 1] = (offsets[term] as number) + (this.#terms[4 * term + 2] as number);
      this.#terms[4 * term + 2] = 0;
    }
    const postings = this.#postingTerms.length;
    const documents = new Uint32Array(postings);
    const counts = new Uint8Array(postings);
    const many: [posting: number, count: number][] = [];
    const next = offsets.slice();
    let posting = 0;
    const first = this.size - this.#ends.length;
    for (let document = first; document < this.size; document++) {
      for (const end = this.#ends.get(document - first); posting < end; posting++) {
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
    this.#postingTerms = new GrowingUint32();
    this.#postingCounts = new GrowingUint32();
    this.#ends = new GrowingUint32();
    return {
      offsets,
      documents,
      counts,
      manyPostings: Uint32Array.from(many, ([at]) => at),
      manyCounts: Uint32Array.from(many, ([, count]) => count),
    };
  }

  /** The columns of all terms and words that were met. */
  vocabulary(): VocabularyColumns {
    const terms = [...this.#termNumbers.keys()];
    const termNumbers = sortedPlaces(terms);
    const words: string[] = [];
    const numbers: number[] = [];
    const put = (word: string, term: number): void => {
      if (term === none || terms[term] === word) return;
      words.push(word);
      numbers.push(term);
    };
    for (let run = 0; run < this.#knownRuns; run++)
      if ((this.#runTerms[run] as number) >= 0) put(this.#runs.at(run), this.#runTerms[run] as number);
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
