/** A gold label and a predicted one, with how often they met. */
interface LabelPair<Item> {
  readonly gold: string;
  readonly predicted: string;
  count: number;
  /** The first prediction of the pair. */
  readonly first: Item;
}

/** Pairs that are told apart. */
const maxPairs = 1000;

/** Counts pairs of labels, of which there are a few and claims by the hundred thousand. */
export class LabelPairs<Item> {
  readonly #pairs = new Map<string, Map<string, LabelPair<Item>>>();
  #size = 0;

  /** Whether the pair is counted: beyond a thousand different ones it is not. */
  add(gold: string, predicted: string, item: Item): boolean {
    const pair = this.#pairs.get(gold)?.get(predicted);
    if (pair !== undefined) {
      pair.count += 1;
      return true;
    }
    if (this.#size === maxPairs) return false;
    this.#size += 1;
    const row = this.#pairs.get(gold) ?? new Map<string, LabelPair<Item>>();
    this.#pairs.set(gold, row.set(predicted, { gold, predicted, count: 1, first: item }));
    return true;
  }

  /** All pairs in the order in which their gold labels, and then they, first came. Forgets them. */
  *take(): Generator<LabelPair<Item>> {
    for (const row of this.#pairs.values()) yield* row.values();
    this.#pairs.clear();
    this.#size = 0;
  }
}
