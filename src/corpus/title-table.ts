import { hash64 } from '../text/hash64.ts';
import { toNfc } from '../text/normalise.ts';

/** What a file with a title table begins with; the last number is raised when the layout changes. */
const titleTableMagic = 'claimset titles 1\n';
/** Bytes before the slots: the magic, filled up, then the numbers of titles and slots and the check sum. */
const headerBytes = 32;
/** At most two of three slots are taken, so that a search ends soon. */
const loadFactor = 2 / 3;

/**
 * Titles of articles without their text: a hash of 64 bits for each, in an open-addressed table. 5.4 million titles take 64 MiB,
 * in memory as in a file. It says yes to a title that is not there once in about 10^12 questions.
 */
export class TitleTable {
  /** Two numbers a slot, the high half of the hash first; both 0 where the slot is free. */
  readonly #slots: Uint32Array;
  readonly #mask: number;
  /** Number of different titles. */
  readonly size: number;

  private constructor(slots: Uint32Array, size: number) {
    this.#slots = slots;
    this.#mask = slots.length / 2 - 1;
    this.size = size;
  }

  /** A table of titles in any normal form; one that comes again changes nothing. */
  static from(titles: Iterable<string>): TitleTable {
    let slots = new Uint32Array(2 * 1024);
    let size = 0;
    for (const title of titles) {
      if (size + 1 > (slots.length / 2) * loadFactor) slots = grown(slots);
      const [high, low] = keyOf(title);
      if (insert(slots, high, low)) size += 1;
    }
    return new TitleTable(slots, size);
  }

  /** The table of a file's bytes; `undefined` where they are none, or were cut or changed. */
  static fromBytes(bytes: Uint8Array): TitleTable | undefined {
    if (!startsWithMagic(bytes) || bytes.length < headerBytes) return undefined;
    const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
    const [size, slotCount, sum] = [20, 24, 28].map((at) => header.getUint32(at, true)) as [
      number,
      number,
      number,
    ];
    if (bytes.length !== headerBytes + slotCount * 8 || slotCount < 1 || (slotCount & (slotCount - 1)) !== 0)
      return undefined;
    if (size > slotCount * loadFactor) return undefined;
    const start = bytes.byteOffset + headerBytes;
    const slots =
      start % 4 === 0
        ? new Uint32Array(bytes.buffer, start, slotCount * 2)
        : new Uint32Array(bytes.slice(headerBytes).buffer);
    // A table with no free slot would be searched without end.
    return sumOf(slots) === sum && takenIn(slots) === size ? new TitleTable(slots, size) : undefined;
  }

  /** The bytes of a file that {@link fromBytes} reads: numbers little end first, as every machine has them that runs this. */
  toBytes(): readonly Uint8Array[] {
    const header = new Uint8Array(headerBytes);
    header.set(new TextEncoder().encode(titleTableMagic));
    const numbers = new DataView(header.buffer);
    numbers.setUint32(20, this.size, true);
    numbers.setUint32(24, this.#slots.length / 2, true);
    numbers.setUint32(28, sumOf(this.#slots), true);
    return [header, new Uint8Array(this.#slots.buffer, this.#slots.byteOffset, this.#slots.byteLength)];
  }

  /** Whether a title in any normal form is among them. */
  has(title: string): boolean {
    const [high, low] = keyOf(title);
    const slots = this.#slots;
    for (let slot = low & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const [slotHigh, slotLow] = [slots[2 * slot], slots[2 * slot + 1]];
      if (slotHigh === high && slotLow === low) return true;
      if (slotHigh === 0 && slotLow === 0) return false;
    }
  }
}

/** Whether bytes begin as those of a title table do. */
export function startsWithMagic(bytes: Uint8Array): boolean {
  const magic = new TextEncoder().encode(titleTableMagic);
  return magic.every((byte, at) => bytes[at] === byte);
}

/** Never two zeros, which mean a free slot. */
function keyOf(title: string): readonly [high: number, low: number] {
  const key = hash64(toNfc(title));
  return key[0] === 0 && key[1] === 0 ? [0, 1] : key;
}

/** Whether the key was not there. */
function insert(slots: Uint32Array, high: number, low: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let slot = low & mask; ; slot = (slot + 1) & mask) {
    const [slotHigh, slotLow] = [slots[2 * slot], slots[2 * slot + 1]];
    if (slotHigh === high && slotLow === low) return false;
    if (slotHigh !== 0 || slotLow !== 0) continue;
    slots[2 * slot] = high;
    slots[2 * slot + 1] = low;
    return true;
  }
}

function grown(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(slots.length * 2);
  for (let at = 0; at < slots.length; at += 2) {
    const [high = 0, low = 0] = [slots[at], slots[at + 1]];
    if (high !== 0 || low !== 0) insert(larger, high, low);
  }
  return larger;
}

function takenIn(slots: Uint32Array): number {
  let taken = 0;
  for (let at = 0; at < slots.length; at += 2) if (slots[at] !== 0 || slots[at + 1] !== 0) taken += 1;
  return taken;
}

/** Sum of the numbers, shifted at each step so that two that change places show. */
function sumOf(slots: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < slots.length; at++) sum = (Math.imul(sum, 31) + (slots[at] ?? 0)) | 0;
  return sum >>> 0;
}
