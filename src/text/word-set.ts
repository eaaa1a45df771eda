import { normalForm } from './normalise.ts';
import { emptyHash, hashLetter } from './word-classes.ts';

const minSlots = 1 << 10;

/**
 * The words of many texts, without case and accents, some bytes each. A word that is not among them is taken for one of them
 * once in a thousand times, when there are millions.
 */
export class WordSet {
  /** Hashes, open addressing; 0 is a free slot. */
  #slots = new Int32Array(minSlots);
  #size = 0;

  /** Adds the words of a text: runs of letters, marks and digits. */
  add(text: string): void {
    let hash = emptyHash;
    let start = -1;
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0x20;
      if (isAsciiWord(code)) {
        if (start < 0) start = at;
        hash = hashLetter(hash, code | 0x20);
      } else if (code > 0x7f) {
        // Such a word is taken apart properly, with the letters before.
        at = this.#addWide(text, start < 0 ? at : start) - 1;
        start = -1;
        hash = emptyHash;
      } else if (start >= 0) {
        this.#put(hash);
        start = -1;
        hash = emptyHash;
      }
    }
  }

  /** Whether a word was added. */
  has(word: string): boolean {
    const hash = hashOf(fold(word));
    return this.#slots[this.#slotOf(hash)] !== 0;
  }

  /**
   * Whether certainly all names of a text were added: all ASCII words of three letters and more that begin with a capital letter,
   * with what an apostrophe adds to them. Quick, for texts of which hardly one has an unknown name.
   */
  hasNames(text: string): boolean {
    let hash = emptyHash;
    let start = -1;
    let isName = false;
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0x20;
      if (code > 0x7f) return false;
      if (isAsciiWord(code)) {
        if (start < 0) {
          start = at;
          isName = code < 0x61 || (isName && text.charCodeAt(at - 1) === 0x27);
        }
        hash = hashLetter(hash, code | 0x20);
      } else if (start >= 0) {
        if (isName && at - start > 2 && this.#slots[this.#slotOf(hash)] === 0) return false;
        start = -1;
        hash = emptyHash;
      }
    }
    return true;
  }

  /** Adds the word at an offset up to the next ASCII character that is part of none; the offset behind it. */
  #addWide(text: string, start: number): number {
    let end = start;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code <= 0x7f && !isAsciiWord(code)) break;
    }
    for (const [word] of text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+/gu))
      this.#put(hashOf(fold(word)));
    return end;
  }

  #put(hash: number): void {
    const slot = this.#slotOf(hash);
    if (this.#slots[slot] !== 0) return;
    this.#slots[slot] = hash || 1;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
  }

  /** The slot that holds a hash, or the free one where it belongs. */
  #slotOf(hash: number): number {
    const wanted = hash || 1;
    const mask = this.#slots.length - 1;
    let slot = (wanted ^ (wanted >>> 15)) & mask;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== wanted) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (const hash of old) if (hash !== 0) this.#slots[this.#slotOf(hash)] = hash;
  }
}

/** A word without case and accents. */
function fold(word: string): string {
  return normalForm(word, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function hashOf(folded: string): number {
  let hash = emptyHash;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    hash = hashLetter(hash, code < 0x80 ? code | 0x20 : code);
  }
  return hash;
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}
