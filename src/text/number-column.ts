/** Binary logarithm of the numbers of a page: a column grows by a page, so that nothing is copied and little is reserved in vain. */
const pageBits = 13;
const pageMask = (1 << pageBits) - 1;

interface Page {
  readonly length: number;
  [at: number]: number;
}

/** A list of numbers that grows, in as many bytes as the numbers take in a typed array. All are 0 that were never set. */
export class NumberColumn {
  readonly #createPage: () => Page;
  readonly #pages: Page[] = [];

  /** @param createArray Makes an array of so many zeroes, such as `(length) => new Uint32Array(length)`. */
  constructor(createArray: (length: number) => Page) {
    this.#createPage = () => createArray(1 << pageBits);
  }

  /** The number at a position from 0 to 2^32 - 1. */
  get(at: number): number {
    return this.#pages[at >>> pageBits]?.[at & pageMask] ?? 0;
  }

  set(at: number, value: number): void {
    const which = at >>> pageBits;
    while (this.#pages.length <= which) this.#pages.push(this.#createPage());
    (this.#pages[which] as Page)[at & pageMask] = value;
  }
}

/** A column of whole numbers from 0 to 2^32 - 1. */
export function createUint32Column(): NumberColumn {
  return new NumberColumn((length) => new Uint32Array(length));
}
