/** Outcomes by the position of their gold record. */
export class OutcomeList {
  readonly #outcomes: (readonly number[] | undefined)[] = [];

  put(index: number, outcome: readonly number[]): void {
    while (this.#outcomes.length <= index) this.#outcomes.push(undefined);
    this.#outcomes[index] = outcome;
  }

  get outcomes(): readonly (readonly number[] | undefined)[] {
    return this.#outcomes;
  }
}
