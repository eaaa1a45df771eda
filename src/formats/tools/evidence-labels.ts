/** Elements that a record may mark besides one a mark: a short text can say that thousands of regions are of thousands of elements each. */
export const maxMarked = 100_000;

/** The label that marks the evidence of a set: `evidence 1` for the first. */
export function evidenceLabel(set: number): string {
  return `evidence ${set + 1}`;
}

/** The set that a label marks, from 0; `undefined` for a label that marks something else. `evidence` alone marks the first. */
export function setOfLabel(label: string): number | undefined {
  const match = /^evidence(?:[ _-]?(\d{1,9}))?$/i.exec(label.trim());
  if (match === null) return undefined;
  const number = Number(match[1] ?? 1);
  return number >= 1 ? number - 1 : undefined;
}

/** Collects the evidence that annotators marked, set by set. */
export class MarkedEvidence {
  #room: number;
  readonly #sets = new Map<number, string[]>();

  /** @param marks how many there are: each may mark an element of its own */
  constructor(marks: number) {
    this.#room = marks + maxMarked;
  }

  /** Whether there was room for it. */
  add(set: number, id: string): boolean {
    if (this.#room === 0) return false;
    this.#room -= 1;
    const ids = this.#sets.get(set);
    if (ids === undefined) this.#sets.set(set, [id]);
    else ids.push(id);
    return true;
  }

  /** The sets in the order of their numbers; numbers that mark nothing are skipped. */
  get sets(): string[][] {
    return [...this.#sets].sort(([a], [b]) => a - b).map(([, ids]) => ids);
  }
}
