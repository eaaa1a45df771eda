import { toNfc } from '../../../text/normalise.ts';
import type { RecallQuestion } from './recall-question.ts';

/** How far down a ranking is looked. */
export const recallCutoffs = [1, 5, 20] as const;

/** The recall of a ranking at a cutoff. */
export interface RecallFigure {
  readonly cutoff: number;
  /** Questions of which one whole evidence set is among the first. */
  readonly whole: number;
  /** Questions of which any cited element is among the first. */
  readonly any: number;
}

/** Counts what was found of questions, one after the other. */
export class RecallTally {
  #questions = 0;
  readonly #figures = recallCutoffs.map((cutoff) => ({ cutoff, whole: 0, any: 0 }));

  get questions(): number {
    return this.#questions;
  }

  /** Numbers of questions, by cutoff. */
  get figures(): readonly RecallFigure[] {
    return this.#figures.map((figure) => ({ ...figure }));
  }

  /** Counts a question. @param ranking ids, the best first, in any Unicode normal form */
  add({ sets }: RecallQuestion, ranking: readonly string[]): void {
    this.#questions += 1;
    const ranks = new Map<string, number>();
    for (const [at, id] of ranking.entries()) {
      const key = toNfc(id);
      if (!ranks.has(key)) ranks.set(key, at + 1);
    }
    const rankOf = (id: string): number => ranks.get(id) ?? Number.POSITIVE_INFINITY;
    const whole = Math.min(...sets.map((set) => Math.max(...set.map(rankOf))));
    const any = Math.min(...sets.map((set) => Math.min(...set.map(rankOf))));
    for (const figure of this.#figures) {
      if (whole <= figure.cutoff) figure.whole += 1;
      if (any <= figure.cutoff) figure.any += 1;
    }
  }
}
