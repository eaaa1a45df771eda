import type { RankedSets } from './ranked-sets.ts';
import type { Sketch } from './sketch.ts';

/** Integers of 32 bits that an entry of the index takes. */
export const entryInts = 5;

/**
 * The texts that have a run among some of their rarest, by the rank of the run, in the order in which they were added. With each stands
 * what most of them are left out by, so that going through them reads one array from front to back. Room for all is set aside at
 * the beginning: 20 bytes an entry and 8 a run.
 */
export class PrefixIndex {
  /** Where the entries of a run begin, and where they end so far, counted in entries. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of each entry: the text, how many runs it has, at which position of them this one stands, and the halves of its sketch. */
  readonly entries: Int32Array;

  /** For the runs of each text's set from position `from[text]` up to `to[text]`; those that no other text has find no room. */
  constructor({ ranks, starts, holders }: RankedSets, from: Int32Array, to: Int32Array) {
    const next = new Int32Array(holders.length + 1);
    for (let text = 0; text < to.length; text++) {
      const start = starts[text] as number;
      const end = start + (to[text] as number);
      for (let at = start + (from[text] as number); at < end; at++) {
        const rank = ranks[at] as number;
        if ((holders[rank] as number) > 1) next[rank + 1] = (next[rank + 1] as number) + 1;
      }
    }
    for (let rank = 1; rank < next.length; rank++)
      next[rank] = (next[rank] as number) + (next[rank - 1] as number);
    this.starts = next;
    this.ends = next.slice(0, -1);
    this.entries = new Int32Array((next[holders.length] as number) * entryInts);
  }

  add(rank: number, text: number, size: number, position: number, { high, low }: Sketch): void {
    const end = this.ends[rank] as number;
    const at = end * entryInts;
    const { entries } = this;
    entries[at] = text;
    entries[at + 1] = size;
    entries[at + 2] = position;
    entries[at + 3] = high;
    entries[at + 4] = low;
    this.ends[rank] = end + 1;
  }
}
