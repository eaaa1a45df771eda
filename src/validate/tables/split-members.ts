import { createUint32Column } from '../../text/number-column.ts';

/** A claim that stands for all of its split that say the same. */
export interface SplitMember {
  readonly split: number;
  readonly row: number;
}

/** The first claim of each split that says something, by the number of what is said: mostly one, in eight bytes. */
export class SplitMembers {
  /** Split plus one, 0 where there is none yet. */
  readonly #firstSplit = createUint32Column();
  readonly #firstRow = createUint32Column();
  readonly #others = new Map<number, SplitMember[]>();

  /** Whether some claim of a split says it already. */
  has(text: number, split: number): boolean {
    return this.#firstSplit.get(text) === split + 1 || this.of(text).some((member) => member.split === split);
  }

  add(text: number, member: SplitMember): void {
    if (this.#firstSplit.get(text) === 0) {
      this.#firstSplit.set(text, member.split + 1);
      this.#firstRow.set(text, member.row);
      return;
    }
    const others = this.#others.get(text);
    if (others === undefined) this.#others.set(text, [member]);
    else others.push(member);
  }

  /** The claims that say it, in the order in which they came. */
  of(text: number): readonly SplitMember[] {
    const split = this.#firstSplit.get(text) - 1;
    if (split < 0) return [];
    return [{ split, row: this.#firstRow.get(text) }, ...(this.#others.get(text) ?? [])];
  }

  /** Whether claims that say one thing and claims that say another are in different splits. */
  differ(one: number, other: number): boolean {
    return (
      this.#firstSplit.get(one) !== this.#firstSplit.get(other) ||
      this.#others.has(one) ||
      this.#others.has(other)
    );
  }
}
