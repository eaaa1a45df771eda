import type { QuickOutcome } from '../scorer.ts';

/** Outcomes that come again and again, each made once. */
export class KeptOutcomes {
  readonly #outcomes = new Map<number, QuickOutcome>();

  /** The outcome under a number that stands for it alone; made where it is not there. */
  get(code: number, make: () => Omit<QuickOutcome, 'number'>): QuickOutcome {
    let outcome = this.#outcomes.get(code);
    if (outcome === undefined) {
      outcome = { ...make(), number: this.#outcomes.size };
      this.#outcomes.set(code, outcome);
    }
    return outcome;
  }
}
