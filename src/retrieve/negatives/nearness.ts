import { words } from '../../text/words.ts';

/** Share of all words that two texts have in common from which they say nearly the same. */
const nearlySame = 0.8;

/** Texts that others are compared with. */
export class NearTexts {
  readonly #texts = new Set<string>();
  readonly #wordSets: ReadonlySet<string>[] = [];

  add(text: string): void {
    if (this.#texts.has(text)) return;
    this.#texts.add(text);
    this.#wordSets.push(new Set(words(text)));
  }

  /** Whether a text is one of them, or their words have a Jaccard similarity of 0.8 or more with its words. */
  hasNear(text: string): boolean {
    if (this.#texts.has(text)) return true;
    const own = new Set(words(text));
    return this.#wordSets.some((other) => isNear(own, other));
  }
}

function isNear(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0 || small.size < nearlySame * large.size) return false;
  let common = 0;
  for (const word of small) if (large.has(word)) common += 1;
  return common >= nearlySame * (small.size + large.size - common);
}
