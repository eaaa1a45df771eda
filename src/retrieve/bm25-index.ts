/** A document that was found. */
export interface RankedDocument {
  readonly id: string;
  /** Above 0; only good for comparison within one search. */
  readonly score: number;
}

/** What the weights depend on. */
export interface Bm25Options {
  /** How soon another occurrence of a word adds nothing, from 0 on; 1.2 by default. */
  readonly k1?: number;
  /** How much a long document's words count for less, from 0 to 1; 0.75 by default. */
  readonly b?: number;
}

/** The documents with a word, and how often each has it. */
interface Postings {
  readonly documents: number[];
  readonly counts: number[];
}

/**
 * Finds documents by their words, exactly: every document with a word of the query has its score. Memory: two numbers for each different word of a
 * document.
 *
 * The score of a document is the sum, over the words of the query as often as they stand there, of idf · f (k1 + 1) / (f + k1 (1 - b + b · length / mean
 * length)), f times the word is in the document. The idf is ln(1 + (N - n + 0.5) / (n + 0.5)), as Lucene has it: without the 1, a word of more than half of the
 * N documents would count against them.
 *
 * @see Robertson and Zaragoza 2009, The probabilistic relevance framework: BM25 and beyond, equations 3.15 and 3.16.
 */
export class Bm25Index {
  readonly #k1: number;
  readonly #b: number;
  readonly #ids: string[] = [];
  /** Words of each document. */
  readonly #lengths: number[] = [];
  #words = 0;
  readonly #postings = new Map<string, Postings>();
  /** By document; all 0 between searches. */
  #scores = new Float64Array(0);

  constructor({ k1 = 1.2, b = 0.75 }: Bm25Options = {}) {
    this.#k1 = k1;
    this.#b = b;
  }

  /** Number of documents. */
  get size(): number {
    return this.#ids.length;
  }

  add(id: string, words: readonly string[]): void {
    const document = this.#ids.push(id) - 1;
    this.#lengths.push(words.length);
    this.#words += words.length;
    for (const word of words) {
      let postings = this.#postings.get(word);
      if (postings === undefined) {
        postings = { documents: [], counts: [] };
        this.#postings.set(word, postings);
      }
      const last = postings.documents.length - 1;
      if (postings.documents[last] === document) (postings.counts[last] as number) += 1;
      else {
        postings.documents.push(document);
        postings.counts.push(1);
      }
    }
  }

  /** The best documents for a query, the best first; of equal ones that which was added first. Those that have none of its words are not found. */
  search(query: readonly string[], count: number): RankedDocument[] {
    if (this.#scores.length < this.size) this.#scores = new Float64Array(this.size * 2);
    const scores = this.#scores;
    const found: number[] = [];
    const mean = this.#words / this.size;
    for (const word of query) {
      const postings = this.#postings.get(word);
      if (postings === undefined) continue;
      const { documents, counts } = postings;
      const idf = Math.log(1 + (this.size - documents.length + 0.5) / (documents.length + 0.5));
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at] as number;
        const frequency = counts[at] as number;
        const length = (this.#lengths[document] as number) / mean;
        const weight =
          (frequency * (this.#k1 + 1)) / (frequency + this.#k1 * (1 - this.#b + this.#b * length));
        // No weight is 0: the idf is above 0, and so is the frequency.
        if (scores[document] === 0) found.push(document);
        (scores[document] as number) += idf * weight;
      }
    }
    const best = bestOf(found, scores, count).map((document) => ({
      id: this.#ids[document] as string,
      score: scores[document] as number,
    }));
    for (const document of found) scores[document] = 0;
    return best;
  }
}

/** Beyond so many places, sorting all is quicker than inserting each. */
const maxInserted = 128;

function bestOf(documents: readonly number[], scores: Float64Array, count: number): number[] {
  const compare = (a: number, b: number): number => (scores[b] as number) - (scores[a] as number) || a - b;
  if (count > maxInserted) return [...documents].sort(compare).slice(0, count);
  const best: number[] = [];
  for (const document of documents) {
    const last = best.at(-1);
    if (best.length >= count && (last === undefined || compare(last, document) < 0)) continue;
    if (best.length >= count) best.pop();
    let at = best.length;
    while (at > 0 && compare(document, best[at - 1] as number) < 0) at -= 1;
    best.splice(at, 0, document);
  }
  return best;
}
