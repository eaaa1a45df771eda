import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { scoreRules } from '../../score/findings/score-rules.ts';

/** Faults that are told one by one. */
const toldInFull = 20;

/** The first faults of a file, and how many more there are; of a file that is read again, each counts once. Memory: the first ones. */
export class FirstFaults {
  readonly #told: Diagnostic[] = [];
  #next: Diagnostic | undefined;
  #more = 0;
  /** Faults of this reading, and the most of any. */
  #met = 0;
  #known = 0;

  /** The file is read from its beginning: the faults that were added come again, in the same order. */
  restart(): void {
    this.#met = 0;
  }

  add(fault: Diagnostic): void {
    this.#met += 1;
    if (this.#met <= this.#known) return;
    this.#known = this.#met;
    if (this.#told.length < toldInFull) this.#told.push(fault);
    else {
      this.#next ??= fault;
      this.#more += 1;
    }
  }

  result(): readonly Diagnostic[] {
    if (this.#next === undefined) return this.#told;
    const more = createDiagnostic(scoreRules.more, 'alike', {
      place: this.#next.place,
      data: { count: this.#more },
    });
    return [...this.#told, more];
  }
}
