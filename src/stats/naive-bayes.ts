/** Texts of one class, counted. */
interface ClassCounts {
  texts: number;
  words: number;
  readonly byWord: Map<string, number>;
}

/**
 * A classifier of texts by their words: multinomial naive Bayes, with one added to each count. Time and memory follow the words that were
 * learned.
 *
 * @see McCallum and Nigam 1998, A comparison of event models for naive Bayes text classification, section 2.2.
 */
export class NaiveBayes {
  readonly #classes = new Map<string, ClassCounts>();
  readonly #vocabulary = new Set<string>();
  #texts = 0;

  /** Learns a text. */
  add(words: readonly string[], name: string): void {
    let counts = this.#classes.get(name);
    if (counts === undefined) {
      counts = { texts: 0, words: 0, byWord: new Map() };
      this.#classes.set(name, counts);
    }
    for (const word of words) {
      this.#vocabulary.add(word);
      counts.byWord.set(word, (counts.byWord.get(word) ?? 0) + 1);
    }
    counts.texts += 1;
    counts.words += words.length;
    this.#texts += 1;
  }

  /** The probability of each class, in the order in which they were first learned. Words that were never learned say nothing. */
  probabilitiesOf(words: readonly string[]): Map<string, number> {
    const known = words.filter((word) => this.#vocabulary.has(word));
    const scores = [...this.#classes].map(([name, counts]): [string, number] => {
      let score = Math.log(counts.texts / this.#texts);
      const all = counts.words + this.#vocabulary.size;
      for (const word of known) score += Math.log(((counts.byWord.get(word) ?? 0) + 1) / all);
      return [name, score];
    });
    const most = scores.reduce((highest, [, score]) => Math.max(highest, score), -Infinity);
    const weights = scores.map(([name, score]): [string, number] => [name, Math.exp(score - most)]);
    const sum = weights.reduce((total, [, weight]) => total + weight, 0);
    return new Map(weights.map(([name, weight]) => [name, weight / sum]));
  }
}
