import { commonKindOf } from '../evidence/common-kind.ts';
import type { JsonObject, QuickOutcome, ScoreOptions } from '../scorer.ts';
import { KeptOutcomes } from './kept-outcomes.ts';
import { areSameLabels, hasProbabilities } from './plain-labels.ts';

/** Longest lists of predicted pieces that go the quick way: their outcomes are few enough to be kept. */
const maxPieces = 63;

const outcomes = new KeptOutcomes();

/**
 * As the scorer of FEVEROUS itself, of records whose labels are texts and whose evidence is ids of sentences and cells, as in the files of FEVEROUS; `undefined` of all others,
 * and of those that have probabilities. Ids are compared as they stand: they are the same where their parts are.
 */
export function quickFeverous(
  gold: JsonObject,
  prediction: JsonObject,
  { maxEvidence, maxCells }: ScoreOptions,
): QuickOutcome | undefined {
  const { label, evidence } = gold;
  const { predicted_label: predicted, predicted_evidence: items } = prediction;
  if (typeof label !== 'string' || typeof predicted !== 'string' || !Array.isArray(items)) return undefined;
  if (!Array.isArray(evidence) || evidence.length === 0 || items.length > maxPieces) return undefined;
  if (hasProbabilities(prediction) || maxEvidence < 0 || maxCells < 0) return undefined;
  const pieces: string[] = [];
  let [cells, sentences] = [0, 0];
  for (let at = 0; at < items.length; at++) {
    const kind = budgetOf(items[at]);
    if (kind === undefined) return undefined;
    if (kind === 'cell' ? cells++ < maxCells : sentences++ < maxEvidence) pieces.push(items[at] as string);
  }
  const sets: string[][] = [];
  let fits = false;
  for (let which = 0; which < evidence.length; which++) {
    const set = contentOf(evidence[which]);
    if (set === undefined) return undefined;
    let own = 0;
    for (let at = 0; at < set.length; at++) {
      const kind = budgetOf(set[at]);
      if (kind === undefined) return undefined;
      if (kind === 'cell') own += 1;
    }
    if (own <= maxCells && set.length - own <= maxEvidence) fits = true;
    sets.push(set as string[]);
  }
  // A set with a piece twice has room for less than it seems.
  if (!fits && sets.some((set) => new Set(set).size < set.length)) return undefined;
  let hits = 0;
  for (let at = 0; at < pieces.length; at++) if (isInAny(sets, pieces[at] as string)) hits += 1;
  const isComplete = sets.some((set) => isWithin(set, pieces));
  const right = areSameLabels(label, predicted) ? 1 : 0;
  const code = right + 2 * (isComplete ? 1 : 0) + 4 * (fits ? 1 : 0) + 8 * (hits + 64 * pieces.length);
  return outcomes.get(code, () => {
    const precision = pieces.length === 0 ? 1 : hits / pieces.length;
    const [complete, fitting] = [isComplete ? 1 : 0, fits ? 1 : 0];
    return {
      outcome: [1, right * complete, right, precision, complete],
      bounds: [
        [1, right * fitting, right, 1, fitting],
        [1, complete, 1, precision, complete],
      ],
    };
  });
}

/** The ids of a set: a list, or what FEVEROUS has beside its context. */
function contentOf(set: unknown): unknown[] | undefined {
  if (Array.isArray(set)) return set as unknown[];
  if (typeof set !== 'object' || set === null) return undefined;
  const { content } = set as { readonly content?: unknown };
  return Array.isArray(content) ? (content as unknown[]) : undefined;
}

/** Which budget an id counts against; `undefined` for what is no id of a sentence or a cell, or is not spelled as most are. */
function budgetOf(id: unknown): 'sentence' | 'cell' | undefined {
  const kind = typeof id === 'string' ? commonKindOf(id) : undefined;
  return kind === 'header_cell' ? 'cell' : kind;
}

function isInAny(sets: readonly (readonly string[])[], id: string): boolean {
  for (let which = 0; which < sets.length; which++)
    if ((sets[which] as readonly string[]).includes(id)) return true;
  return false;
}

/** Whether all ids of a set are among the pieces. */
function isWithin(set: readonly string[], pieces: readonly string[]): boolean {
  for (let at = 0; at < set.length; at++) if (!pieces.includes(set[at] as string)) return false;
  return true;
}
