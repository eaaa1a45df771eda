import type { Scores } from '../scores.ts';

/** A system with what tables call it. */
export interface System {
  /** `A`, `B`, up to `Z`, then `27`. */
  readonly letter: string;
  readonly scores: Scores;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The systems in order, named by letters: file names are too long for the heads of columns. */
export function nameSystems(scores: readonly Scores[]): readonly System[] {
  return scores.map((each, at) => ({ letter: letters[at] ?? String(at + 1), scores: each }));
}
