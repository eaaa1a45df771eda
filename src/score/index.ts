import type { Scorer } from './scorer.ts';
import { fever } from './scorers/fever.ts';
import { feverous } from './scorers/feverous.ts';
import { hover } from './scorers/hover.ts';
import { nli } from './scorers/nli.ts';
import { retrieval } from './scorers/retrieval.ts';
import { scifact } from './scorers/scifact.ts';

/** All scorers, sorted by id. */
export const scorers: readonly Scorer[] = [fever, feverous, hover, nli, retrieval, scifact];

export function findScorer(id: string): Scorer | undefined {
  return scorers.find((scorer) => scorer.id === id);
}
