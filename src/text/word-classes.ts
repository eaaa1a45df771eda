import type { Language } from './languages/language.ts';

/** Kinds of words that a claim is scanned for; each is a bit, so that a claim's kinds are one number. */
export const wordClass = {
  hedge: 1,
  vague: 2,
  /** Pronouns and words that point back: `he`, `his`. */
  pronoun: 4,
  /** What a question begins with: `who`, `did`. */
  question: 8,
  imperative: 16,
  /** Words without which no number above twelve is said: `fifteenth`, `million`, `century`. */
  number: 32,
} as const;

/** Every class at once. */
export const allClasses = 63;

/** Classes that mean something anywhere in a claim, and not only where its subject begins. */
export const innerClasses = wordClass.hedge | wordClass.vague | wordClass.number;

/** The bit of words that a period ends without ending the sentence; of no use without the period, and so none of the classes. */
export const abbreviation = 64;

/** What a word's hash begins with; each letter, in lower case, is added by {@link hashLetter}. */
export const emptyHash = 0x811c9dc5 | 0;

/** The hash of a word with one more letter, given by its code. */
export function hashLetter(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Classes of words by the words' hashes: quick and without a string, at the price that another word may have the hash of one. */
export class WordClasses {
  /** Letters of the longest word. */
  readonly maxLength: number;
  /** Whether some word has a letter that is not ASCII, and words with such letters must be looked at properly. */
  readonly hasNonAscii: boolean;
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #classes: Uint8Array;

  constructor(language: Language) {
    const words = new Map<string, number>();
    const add = (entries: Iterable<string>, bit: number) => {
      for (const entry of entries) {
        const trigger = triggerOf(entry);
        words.set(trigger, (words.get(trigger) ?? 0) | bit);
      }
    };
    add(language.hedges, wordClass.hedge);
    add(language.vagueQuantifiers, wordClass.vague);
    add(language.pronouns, wordClass.pronoun);
    add(language.pointers, wordClass.pronoun);
    add(language.questionWords, wordClass.question);
    add(language.auxiliaries, wordClass.question);
    add(language.imperatives, wordClass.imperative);
    for (const numbers of [language.numberWords, language.ordinalWords]) {
      add(
        Object.keys(numbers).filter((word) => (numbers[word] ?? 0) > 12),
        wordClass.number,
      );
    }
    add(language.centuryWords, wordClass.number);
    add(Object.keys(language.multipliers), wordClass.number);
    add(
      language.abbreviations.filter((entry) => /^\p{L}+$/u.test(entry)),
      abbreviation,
    );

    let size = 64;
    while (size < words.size * 4) size *= 2;
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#classes = new Uint8Array(size);
    let maxLength = 0;
    let hasNonAscii = false;
    for (const [word, classes] of words) {
      let hash = emptyHash;
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at);
        hasNonAscii ||= code > 0x7f;
        hash = hashLetter(hash, code);
      }
      this.#put(hash, classes);
      maxLength = Math.max(maxLength, word.length);
    }
    this.maxLength = maxLength;
    this.hasNonAscii = hasNonAscii;
  }

  /** Bits of {@link wordClass}; 0 for a word of no class. */
  of(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const classes = this.#classes[slot] as number;
      if (classes === 0 || this.#hashes[slot] === hash) return classes;
      slot = (slot + 1) & this.#mask;
    }
  }

  #put(hash: number, classes: number): void {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#classes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    this.#hashes[slot] = hash;
    this.#classes[slot] = (this.#classes[slot] as number) | classes;
  }
}

/** The run of letters that stands for an entry: the longest, which of a phrase is hardly ever one of its common words. */
function triggerOf(entry: string): string {
  const runs = entry.match(/\p{L}+/gu) ?? [''];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest));
}
