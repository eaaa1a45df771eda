import type { Annotation } from '../../claims/annotation.ts';
import { disagreementOf } from '../agreement/disagreement.ts';
import { medianOf } from './median-of.ts';
import type { AnnotatorProgress, WorkDay } from './progress.ts';
import { type LabelledEvidence, measureAgainstGold } from './score-against-gold.ts';

/** Answers that took less than this share of the median of all are hasty. */
const hastyShare = 0.25;

/** What one annotator did, as it is summed up. */
export class AnnotatorTally {
  readonly #name: string;
  readonly #labels = { SUPPORTS: 0, REFUTES: 0, 'NOT ENOUGH INFO': 0 };
  readonly #days = new Map<string, { answers: number; seconds: number }>();
  readonly #seconds: number[] = [];
  readonly #work = { activeSeconds: 0, idleSeconds: 0, hiddenSeconds: 0 };
  readonly #gold = { right: new Mean(), precision: new Mean(), recall: new Mean(), f1: new Mean() };
  #answered = 0;
  #skipped = 0;
  #corrected = 0;
  #sentBack = 0;
  #doneOfOpen = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** @param of the claim's sure gold, and what somebody else decided */
  addAnswer(
    answer: Annotation,
    of: {
      readonly gold: LabelledEvidence | undefined;
      readonly adjudication: Annotation | undefined;
    },
  ): void {
    const { label, at, seconds, idleSeconds = 0, hiddenSeconds = 0 } = answer;
    this.#answered += 1;
    this.#labels[label] += 1;
    if (seconds !== undefined) this.#seconds.push(seconds);
    this.#work.activeSeconds += seconds ?? 0;
    this.#work.idleSeconds += idleSeconds;
    this.#work.hiddenSeconds += hiddenSeconds;
    const day = at.slice(0, 10);
    const own = this.#days.get(day) ?? { answers: 0, seconds: 0 };
    this.#days.set(day, own);
    own.answers += 1;
    own.seconds += seconds ?? 0;
    if (of.adjudication !== undefined && disagreementOf([answer, of.adjudication]) !== undefined)
      this.#corrected += 1;
    if (of.gold === undefined) return;
    const score = measureAgainstGold(answer, of.gold);
    this.#gold.right.add(Number(score.isLabelRight));
    this.#gold.precision.add(score.evidencePrecision);
    this.#gold.recall.add(score.evidenceRecall);
    this.#gold.f1.add(score.evidenceF1);
  }

  addSkip({ seconds = 0 }: { readonly seconds?: number }): void {
    this.#skipped += 1;
    this.#work.activeSeconds += seconds;
  }

  addSentBack(): void {
    this.#sentBack += 1;
  }

  /** An open claim that waits for others alone. */
  addDoneOfOpen(): void {
    this.#doneOfOpen += 1;
  }

  /** Oldest first. */
  days(): WorkDay[] {
    return [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, own]) => ({ day, ...own }));
  }

  /**
   * @param open claims that want answers from whoever has not answered yet
   * @param medianOfAll of the answers of all annotators, in seconds
   */
  figures(open: number, medianOfAll: number | null): AnnotatorProgress {
    const days = this.days();
    const least = (medianOfAll ?? 0) * hastyShare;
    return {
      annotator: this.#name,
      answered: this.#answered,
      skipped: this.#skipped,
      waiting: open - this.#doneOfOpen + this.#sentBack,
      medianSeconds: medianOf(this.#seconds),
      ...this.#work,
      labels: this.#labels,
      corrected: this.#corrected,
      lastDay: days.at(-1)?.day ?? null,
      days,
      hasty: this.#seconds.filter((seconds) => seconds < least).length,
      gold: {
        answered: this.#gold.right.count,
        labelAccuracy: this.#gold.right.value(),
        evidencePrecision: this.#gold.precision.value(),
        evidenceRecall: this.#gold.recall.value(),
        evidenceF1: this.#gold.f1.value(),
      },
    };
  }
}

/** The mean of what is defined. */
class Mean {
  count = 0;
  #sum = 0;

  add(value: number | null): void {
    if (value === null) return;
    this.count += 1;
    this.#sum += value;
  }

  value(): number | null {
    return this.count === 0 ? null : this.#sum / this.count;
  }
}
