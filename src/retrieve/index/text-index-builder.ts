import { fold } from '../../text/search-words.ts';
import { createAnalyzer } from '../analysis/analyzer.ts';
import { weightingOf } from '../weighting/weighting-of.ts';
import { GrowingUint32 } from './growing-columns.ts';
import { peaksOf } from './peaks.ts';
import { StringList } from './string-list.ts';
import { TermNumbers } from './term-numbers.ts';
import {
  type IndexSettings,
  manyTimes,
  maxLength,
  type PostingColumns,
  type TextIndex,
  type VocabularyColumns,
} from './text-index.ts';
import { WordRuns } from './word-runs.ts';

/** Of a run that was not yet met as a word. */
const unknown = 0;
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
  readonly #termNumbers = new TermNumbers(this.#runs);
  /** By run: its term plus 1, {@link unknown}, {@link none}, or {@link several} less its place in the lists. */
  #runTerms = new Int32Array(1024);
  /** The terms of runs that are no single word in ASCII. */
  readonly #lists: (readonly number[])[] = [];
  /** The term of each word in lower case that is not in ASCII. */
  readonly #otherTerms = new Map<string, number>();
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
        this.#analyzer.termsOf(text).map((term) => this.#termNumbers.of(term)),
        times,
      );
    }
    const count = this.#runs.read(text);
    const { found, others, size } = this.#runs;
    if (size > this.#runTerms.length) {
      const larger = new Int32Array(size * 2);
      larger.set(this.#runTerms);
      this.#runTerms = larger;
    }
    const runTerms = this.#runTerms;
    let terms = 0;
    for (let at = 0; at < count; at++) {
      const run = found[at] as number;
      if (run < 0) {
        terms += this.#countAll(this.#termsOf(others[-1 - run] as string), times);
        continue;
      }
      let term = runTerms[run] as number;
      if (term === unknown) {
        term = this.#learn(run);
        runTerms[run] = term;
      }
      if (term > 0) {
        this.#count(term - 1, times);
        terms += 1;
      } else if (term <= several) {
        terms += this.#countAll(this.#lists[several - term] as readonly number[], times);
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
        term = made === undefined ? none : this.#termNumbers.of(made);
        this.#otherTerms.set(word, term);
      }
      if (term !== none) terms.push(term);
    }
    return terms;
  }

  /** What {@link #runTerms} has of a run. */
  #learn(run: number): number {
    const word = this.#runs.at(run);
    if (this.#runs.isWide(run)) return several - (this.#lists.push(this.#termsOf(word)) - 1);
    const term = this.#analyzer.termOf(word);
    if (term === undefined) return none;
    return (term === word ? this.#termNumbers.ofRun(run) : this.#termNumbers.of(term)) + 1;
  }

  #count(term: number, times: number): void {
    const current = this.#lengths.length + 1;
    const at = 4 * term;
    if (at >= this.#terms.length) {
      const larger = new Uint32Array(2 * at);
      larger.set(this.#terms);
      this.#terms = larger;
    }
    const terms = this.#terms;
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
    const terms = this.#termNumbers.toList().sorted();
    const list = new StringList();
    const numbers: number[] = [];
    for (let run = 0; run < this.#runTerms.length; run++) {
      const term = (this.#runTerms[run] as number) - 1;
      if (term < 0 || this.#termNumbers.isRun(term, run)) continue;
      this.#runs.addTo(list, run);
      numbers.push(term);
    }
    for (const [word, term] of this.#otherTerms) {
      const folded = fold(word);
      if (term === none || this.#termNumbers.isText(term, folded)) continue;
      list.add(folded);
      numbers.push(term);
    }
    const words = list.sorted();
    return {
      terms: terms.columns,
      termNumbers: terms.places,
      words: words.columns,
      wordTerms: words.places.map((at) => numbers[at] as number),
    };
  }
}
