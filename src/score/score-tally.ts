import { OutcomeTable } from './outcome-table.ts';

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

  /** @param index position of the gold record in its file; each is added or skipped once, without gaps in the end */
  add(index: number, outcome: readonly number[], groups: readonly (readonly string[])[] = []): void {
    this.#place(index, { outcome, groups });
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

  #place(index: number, entry: Entry | undefined): void {
    if (index !== this.#next) {
      this.#waiting.set(index, entry);
      return;
    }
    this.#count(entry);
    this.#next += 1;
    while (this.#waiting.size > 0 && this.#waiting.has(this.#next)) {
      this.#count(this.#waiting.get(this.#next));
      this.#waiting.delete(this.#next);
      this.#next += 1;
    }
  }

  #count(entry: Entry | undefined): void {
    if (entry === undefined) return;
    this.all.add(entry.outcome);
    for (const [grouping, names] of entry.groups.entries()) {
      const tables = this.groups[grouping] as Map<string, OutcomeTable>;
      for (const name of names) {
        let table = tables.get(name);
        if (table === undefined) {
          table = new OutcomeTable(this.#width);
          tables.set(name, table);
        }
        table.add(entry.outcome);
      }
    }
  }
}
