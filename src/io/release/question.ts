import type { ReleaseFacts } from './release-facts.ts';

/** A question of a document that goes with a dataset. */
export interface Question {
  /** Key of the author's answer in `release.yaml`, unique in its document. */
  readonly id: string;
  readonly question: string;
  /** What can be computed, in Markdown; `undefined` where the dataset does not say. */
  readonly computed?: (facts: ReleaseFacts) => string | undefined;
  /** Whether the author has to say something where something was computed too. */
  readonly needsAuthor?: boolean;
}

export interface QuestionSection {
  readonly title: string;
  readonly questions: readonly Question[];
}
