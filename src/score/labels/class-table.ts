import { compareLabels } from '../../claims/label-order.ts';

/**
 * Gives each class a place among a fixed number, in the order in which classes are first met. Those beyond share the last place: they
 * are counted as one class.
 */
export class ClassTable {
  readonly #size: number;
  readonly #places = new Map<string, number>();
  readonly #gold = new Set<string>();

  /** @param size how many places there are */
  constructor(size: number) {
    this.#size = size;
  }

  /** @param isGold whether a claim is of the class, or only said to be */
  placeOf(name: string, isGold: boolean): number {
    const known = this.#places.get(name);
    const place = known ?? Math.min(this.#places.size, this.#size - 1);
    // What shares the last place is not remembered: there may be a million of them.
    if (place === this.#size - 1 && known === undefined) return place;
    this.#places.set(name, place);
    if (isGold) this.#gold.add(name);
    return place;
  }

  /** The classes of claims with a place of their own: the three of FEVER first, then the others by name. */
  get goldClasses(): readonly (readonly [name: string, place: number])[] {
    return sortedClasses([...this.#places].filter(([name]) => this.#gold.has(name)));
  }

  /** The places that were given, in an order that does not depend on which class was met first. */
  get places(): readonly number[] {
    const own = sortedClasses([...this.#places]).map(([, place]) => place);
    return [...own, this.#size - 1];
  }
}

function sortedClasses(classes: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  return [...classes].sort(([a], [b]) => compareLabels(a, b));
}
