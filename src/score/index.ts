import type { Scorer } from './scorer.ts';
import { fever } from './scorers/fever.ts';

/** All scorers, sorted by id. */
export const scorers: readonly Scorer[] = [fever];

export function findScorer(id: string): Scorer | undefined {
  return scorers.find((scorer) => scorer.id === id);
}
