import { StringList } from './string-list.ts';
import type { WordRuns } from './word-runs.ts';

/** Numbers of terms, in the order in which they were met. Most terms stand in the texts as they are: they share the bytes of that run, and no string is kept of them. */
export class TermNumbers {
  readonly #runs: WordRuns;
  /** By run: the number of the term that it is, plus 1; 0 for none. */
  #ofRuns = new Uint32Array(1024);
  /** By term: its run, or itself where it is not kept as one. */
  readonly #terms: (number | string)[] = [];
  /** The numbers of terms that are not kept as runs. */
  readonly #others = new Map<string, number>();

  constructor(runs: WordRuns) {
    this.#runs = runs;
  }

  get size(): number {
    return this.#terms.length;
  }

  /** The number of a term. */
  of(term: string): number {
    const run = this.#runs.numberOf(term);
    if (run >= 0) return this.ofRun(run);
    let number = this.#others.get(term);
    if (number === undefined) {
      number = this.#terms.push(term) - 1;
      this.#others.set(term, number);
    }
    return number;
  }

  /** The number of the term that a run is. */
  ofRun(run: number): number {
    if (run >= this.#ofRuns.length) {
      const larger = new Uint32Array(run * 2);
      larger.set(this.#ofRuns);
      this.#ofRuns = larger;
    }
    const known = this.#ofRuns[run] as number;
    if (known > 0) return known - 1;
    const number = this.#takenOver(run) ?? this.#terms.length;
    this.#terms[number] = run;
    this.#ofRuns[run] = number + 1;
    return number;
  }

  /** The number of a run that could not be kept before: tables that have grown have room for it. */
  #takenOver(run: number): number | undefined {
    if (this.#others.size === 0) return undefined;
    const text = this.#runs.at(run);
    const number = this.#others.get(text);
    this.#others.delete(text);
    return number;
  }

  /** Whether a term is a run, to the letter. */
  isRun(term: number, run: number): boolean {
    return this.#terms[term] === run;
  }

  /** Whether a term is a text, to the letter. */
  isText(term: number, text: string): boolean {
    const kept = this.#terms[term];
    return typeof kept === 'number' ? this.#runs.at(kept) === text : kept === text;
  }

  /** All terms, by their numbers. */
  toList(): StringList {
    const list = new StringList();
    for (const term of this.#terms) {
      if (typeof term === 'number') this.#runs.addTo(list, term);
      else list.add(term);
    }
    return list;
  }
}
