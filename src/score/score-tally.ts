import { OutcomeTable } from '../stats/resampling/outcome-table.ts';
import { otherGroup } from './groupings/group-name.ts';

/** Groups of a grouping that are told apart: file names by the million would not fit into memory. Further ones are `other`. */
const maxGroups = 1000;

/** What a claim counts for: all of them, and each group it belongs to. */
interface Entry {
  readonly outcome: readonly number[];
  /** For each grouping the groups of the claim. */
  readonly groups: readonly (readonly string[])[];
}

/**
 * The outcomes of all claims, and of each group of claims. They may come in any order and are added in that of the gold file: the
 * sums are the same to the last bit however the predictions are sorted.
 */
export class ScoreTally {
  readonly all: OutcomeTable;
  /** By grouping, then by group, in the order in which groups first appear. */
  readonly groups: readonly ReadonlyMap<string, OutcomeTable>[];
  readonly #width: number;
  readonly #waiting = new Map<number, Entry | undefined>();
  #next = 0;

  /** @param width numbers in an outcome */
  constructor(width: number, groupings = 0) {
    this.#width = width;
    this.all = new OutcomeTable(width);
    this.groups = Array.from({ length: groupings }, () => new Map<string, OutcomeTable>());
  }

  /**
   * Gives back the place of the outcome in `all`, or `undefined` where claims before this one have not come yet.
   *
   * @param index position of the gold record in its file; each is added or skipped once, without gaps in the end
   */
  add(
    index: number,
    outcome: readonly number[],
    groups: readonly (readonly string[])[] = [],
  ): number | undefined {
    return this.#place(index, { outcome, groups });
  }

  /**
   * As {@link add} of an outcome in no group, for those that come again and again: faster. Gives back whether it could be added, which it can
   * where the claims before it were.
   *
   * @param place of the outcome in `all`, as adding it gives it back
   */
  addAgain(index: number, place: number): boolean {
    if (index !== this.#next || this.#waiting.size > 0) return false;
    this.all.addAgain(place);
    this.#next += 1;
    return true;
  }

  /** A gold record that counts for nothing. */
  skip(index: number): void {
    this.#place(index, undefined);
  }

  /** Adds what still waits for an index that never came. */
  finish(): void {
    for (const [, entry] of [...this.#waiting].sort(([a], [b]) => a - b)) this.#count(entry);
    this.#waiting.clear();
  }

  #place(index: number, entry: Entry | undefined): number | undefined {
    if (index !== this.#next) {
      this.#waiting.set(index, entry);
      return undefined;
    }
    const place = this.#count(entry);
    this.#next += 1;
    while (this.#waiting.size > 0 && this.#waiting.has(this.#next)) {
      this.#count(this.#waiting.get(this.#next));
      this.#waiting.delete(this.#next);
      this.#next += 1;
    }
    return place;
  }

  #count(entry: Entry | undefined): number | undefined {
    if (entry === undefined) return undefined;
    const place = this.all.add(entry.outcome);
    for (const [grouping, names] of entry.groups.entries()) {
      const tables = this.groups[grouping] as Map<string, OutcomeTable>;
      const counted: OutcomeTable[] = [];
      for (const name of names) {
        const table = this.#tableOf(tables, name);
        // Two groups that are both among the others are one, in which the claim counts once.
        if (counted.includes(table)) continue;
        counted.push(table);
        table.add(entry.outcome);
      }
    }
    return place;
  }

  #tableOf(tables: Map<string, OutcomeTable>, name: string): OutcomeTable {
    const group = tables.has(name) || tables.size < maxGroups ? name : otherGroup;
    let table = tables.get(group);
    if (table === undefined) {
      table = new OutcomeTable(this.#width);
      tables.set(group, table);
    }
    return table;
  }
}
