import type { StringList } from './string-list.ts';

/** What a byte is in a run: a letter or digit in lower case, or itself where it is part of a character beyond ASCII; 0 for what parts runs. */
const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte).toLowerCase();
  return byte > 127 ? byte : /[a-z0-9]/.test(character) ? character.charCodeAt(0) : 0;
});
const [firstPrime, secondPrime, thirdPrime] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d];
const [nextPrime, lastPrime] = [0x01000193, 0x2c1b3c6d];

/** Bytes of a run that stand in its slot. */
const inSlot = 12;
/** Bytes of a run with characters beyond ASCII that is kept: in a language without blanks a run is a sentence, which does not come again. */
const maxKeptBytes = 48;
/** Slots that are looked at for a run. Words that were made to get in each other's way would take the square of their number otherwise; others never meet so many. */
const maxSteps = 1000;

/**
 * Numbers of runs of letters and digits, found by their bytes in UTF-8, so that no string is made of one that was met before. A run in ASCII is a word in lower
 * case; in any other there may be several words, or none.
 *
 * A slot shows the first twelve bytes, so that for nearly all words nothing else is looked at.
 */
export class WordRuns {
  /** By slot: the first four bytes, the next, the next, and the number of the run plus 1 (0: free), which is negative for one that is longer. */
  #slots = new Int32Array(4 * 4096);
  #bytes = new Uint8Array(1 << 16);
  #ends = new Uint32Array(1 << 12);
  #size = 0;
  /** The text that was read or looked up last. */
  #text = new Uint8Array(1 << 12);
  #view = new DataView(this.#text.buffer);
  /** The runs of the text that was read last: their numbers, and of those that are not kept -1 less their place in {@link others}. */
  found = new Int32Array(1024);
  others: string[] = [];

  get size(): number {
    return this.#size;
  }

  /** The run of a number. */
  at(run: number): string {
    return decoder.decode(this.#bytes.subarray(this.#startOf(run), this.#ends[run]));
  }

  /** Adds the run of a number to a list. */
  addTo(list: StringList, run: number): void {
    list.addBytes(this.#bytes, this.#startOf(run), this.#ends[run] as number);
  }

  /** Whether a run has characters beyond ASCII. */
  isWide(run: number): boolean {
    for (let at = this.#startOf(run); at < (this.#ends[run] as number); at++)
      if ((this.#bytes[at] as number) > 127) return true;
    return false;
  }

  /** The number of a text without NUL as one run, whatever else it has; -1 where it cannot be kept, as long as the table has not grown. */
  numberOf(text: string): number {
    return this.#numberOf(0, this.#take(text));
  }

  /** Puts the runs of a text into `found` and gives back how many there are. */
  read(text: string): number {
    const length = this.#take(text);
    const bytes = this.#text;
    if (this.others.length > 0) this.others = [];
    let count = 0;
    for (let at = 0; at < length; at++) {
      let letter = classes[bytes[at] as number] as number;
      if (letter === 0) continue;
      const from = at;
      let all = 0;
      do {
        bytes[at] = letter;
        all |= letter;
        at += 1;
        letter = classes[bytes[at] as number] as number;
      } while (letter !== 0);
      if (count === this.found.length) {
        const larger = new Int32Array(count * 2);
        larger.set(this.found);
        this.found = larger;
      }
      const run = all > 127 && at - from > maxKeptBytes ? -1 : this.#numberOf(from, at);
      this.found[count++] = run >= 0 ? run : -this.others.push(decoder.decode(bytes.subarray(from, at)));
    }
    return count;
  }

  /** Makes a text the one that is read, and gives back the number of its bytes. */
  #take(text: string): number {
    // No character takes more than three bytes a unit; what is behind the end is read, too.
    if (text.length * 3 + inSlot > this.#text.length) {
      this.#text = new Uint8Array(text.length * 6 + inSlot);
      this.#view = new DataView(this.#text.buffer);
    }
    const length = encoder.encodeInto(text, this.#text).written;
    this.#text[length] = 0;
    return length;
  }

  /** The number of the run between two places of the text; -1 where it cannot be kept. */
  #numberOf(from: number, to: number): number {
    const length = to - from;
    const first = beginning(this.#view.getInt32(from, true), length);
    const second = beginning(this.#view.getInt32(from + 4, true), length - 4);
    const third = beginning(this.#view.getInt32(from + 8, true), length - 8);
    const hash = hashOf(first, second, third, this.#text, from + inSlot, to);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 2) & mask;
    for (let steps = 0; steps < maxSteps; steps++, slot = (slot + 4) & mask) {
      const run = slots[slot + 3] as number;
      if (run === 0) return this.#add(from, to, slot, first, second, third);
      if (slots[slot] !== first || slots[slot + 1] !== second || slots[slot + 2] !== third) continue;
      if (length <= inSlot ? run > 0 : run < 0 && this.#isRest(-run - 1, from, to)) return Math.abs(run) - 1;
    }
    return -1;
  }

  /** Whether a run is the one of the text, the beginnings of which are the same. */
  #isRest(run: number, from: number, to: number): boolean {
    const start = this.#startOf(run);
    if ((this.#ends[run] as number) - start !== to - from) return false;
    for (let at = from + inSlot; at < to; at++)
      if (this.#bytes[start + at - from] !== this.#text[at]) return false;
    return true;
  }

  #startOf(run: number): number {
    return run === 0 ? 0 : (this.#ends[run - 1] as number);
  }

  #add(from: number, to: number, slot: number, first: number, second: number, third: number): number {
    const run = this.#size++;
    const start = this.#startOf(run);
    const end = start + to - from;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(end * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(this.#text.subarray(from, to), start);
    if (run === this.#ends.length) {
      const larger = new Uint32Array(run * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[run] = end;
    this.#slots.set([first, second, third, to - from > inSlot ? -run - 1 : run + 1], slot);
    if (this.#size * 8 > this.#slots.length) this.#grow();
    return run;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    // From behind a free slot on, so that runs that get in each other's way come in the order in which they came: none is farther from its first slot than before.
    let free = 0;
    while (old[free + 3] !== 0) free += 4;
    for (let step = 4; step < old.length; step += 4) {
      const from = (free + step) & (old.length - 1);
      const run = old[from + 3] as number;
      if (run === 0) continue;
      const [first, second, third] = [old[from] as number, old[from + 1] as number, old[from + 2] as number];
      const start = this.#startOf(Math.abs(run) - 1) + inSlot;
      const hash = hashOf(first, second, third, this.#bytes, start, this.#ends[Math.abs(run) - 1] as number);
      let slot = (hash << 2) & (slots.length - 1);
      while (slots[slot + 3] !== 0) slot = (slot + 4) & (slots.length - 1);
      slots[slot] = first;
      slots[slot + 1] = second;
      slots[slot + 2] = third;
      slots[slot + 3] = run;
    }
    this.#slots = slots;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The hash of a run, of which some bytes are those from one place to before another. */
function hashOf(
  first: number,
  second: number,
  third: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  let hash = Math.imul(first, firstPrime) ^ Math.imul(second ^ (second >>> 13), secondPrime);
  hash ^= Math.imul(third ^ (third >>> 11), thirdPrime);
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), nextPrime);
  hash = Math.imul(hash ^ (hash >>> 15), lastPrime);
  return hash ^ (hash >>> 12);
}

/** Of four bytes, read in the order of little-endian numbers, the first `count`, the others 0. */
function beginning(bytes: number, count: number): number {
  if (count >= 4) return bytes;
  return count <= 0 ? 0 : bytes & ((1 << (8 * count)) - 1);
}
