import type { Found } from './found.ts';

/**
 * The best of documents that are offered in ascending order: those with the highest scores, of equal ones the first. A heap with the
 * worst on top.
 */
export class BestDocuments {
  readonly #count: number;
  readonly #documents: number[] = [];
  readonly #scores: number[] = [];
  /** What a score must be above to be taken. */
  least = 0;

  constructor(count: number) {
    this.#count = count;
    if (count <= 0) this.least = Number.POSITIVE_INFINITY;
  }

  /** Takes a document whose score is above {@link least}. */
  offer(document: number, score: number): void {
    const [documents, scores] = [this.#documents, this.#scores];
    if (documents.length < this.#count) {
      documents.push(document);
      scores.push(score);
      this.#rise(documents.length - 1);
    } else {
      documents[0] = document;
      scores[0] = score;
      this.#sink();
    }
    if (documents.length === this.#count) this.least = scores[0] as number;
  }

  /** The best first. */
  ranked(): Found[] {
    const found = this.#documents.map((document, at) => ({ document, score: this.#scores[at] as number }));
    return found.sort((a, b) => b.score - a.score || a.document - b.document);
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >>> 1;
      if (!this.#isWorse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    const size = this.#documents.length;
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < size && this.#isWorse(child, worst)) worst = child;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #isWorse(one: number, other: number): boolean {
    const difference = (this.#scores[one] as number) - (this.#scores[other] as number);
    if (difference !== 0) return difference < 0;
    return (this.#documents[one] as number) > (this.#documents[other] as number);
  }

  #swap(one: number, other: number): void {
    const [documents, scores] = [this.#documents, this.#scores];
    const [document, score] = [documents[one] as number, scores[one] as number];
    documents[one] = documents[other] as number;
    scores[one] = scores[other] as number;
    documents[other] = document;
    scores[other] = score;
  }
}
