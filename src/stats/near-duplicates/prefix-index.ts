import type { RankedSets } from './ranked-sets.ts';

/**
 * The texts that have a run among some of their rarest, by the rank of the run, in the order in which they were added. Room for each is
 * set aside at the beginning: 8 bytes a place and 8 a run.
 */
export class PrefixIndex {
  /** Where the texts of a run begin. */
  readonly starts: Int32Array;
  /** Where they end so far. */
  readonly ends: Int32Array;
  readonly texts: Int32Array;
  /** Where in its own set a text has the run. */
  readonly positions: Int32Array;

  /** For the runs of each text's set from position `from(text)` up to `to(text)`; those that no other text has find no room. */
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
    const places = next[holders.length] as number;
    this.starts = next;
    this.ends = next.slice(0, -1);
    this.texts = new Int32Array(places);
    this.positions = new Int32Array(places);
  }

  add(rank: number, text: number, position: number): void {
    const at = this.ends[rank] as number;
    this.texts[at] = text;
    this.positions[at] = position;
    this.ends[rank] = at + 1;
  }
}
