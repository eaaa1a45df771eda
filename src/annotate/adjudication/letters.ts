import { skipConsequence } from '../../claims/skip-reason.ts';
import { hashText } from '../../text/hash.ts';
import { letterOf } from '../../text/letter-of.ts';
import { createRng } from '../../text/rng.ts';
import { shuffle } from '../../text/shuffle.ts';
import type { ClaimWork } from '../work/work.ts';

/** Who said what, under letters. */
export interface DrawnLetters {
  /** Annotators by letter, in the order of the letters. */
  readonly annotators: ReadonlyMap<string, string>;
  /** Another text where other annotators have letters. */
  readonly drawn: string;
}

/**
 * Letters for those who answered a claim, or who left it to the lead: drawn from the seed for each claim anew, so that A is not always the
 * same person. The same people have the same letters for ever.
 */
export function drawLetters(work: ClaimWork, seed: number): DrawnLetters {
  const skipped = [...work.skips].filter(([, { reason }]) => skipConsequence[reason] === 'lead');
  const names = [...new Set([...work.answers.keys(), ...skipped.map(([name]) => name)])].sort();
  const drawn = hashText(JSON.stringify([String(work.id), names]), seed);
  shuffle(names, createRng(hashText(String(work.id), seed)));
  return {
    annotators: new Map(names.map((name, at) => [letterOf(at), name])),
    drawn: drawn.toString(16).padStart(8, '0'),
  };
}

/**
 * The annotators whom letters of a claim mean, without repetition; all of them where no letter is given. `undefined` where the letters are
 * others by now, or where one is nobody's: who was meant, cannot be told.
 */
export function annotatorsOfLetters(
  work: ClaimWork,
  sent: { readonly letters: readonly string[]; readonly drawn: string },
  { seed }: { readonly seed: number },
): string[] | undefined {
  const { annotators, drawn } = drawLetters(work, seed);
  if (drawn !== sent.drawn || annotators.size === 0) return undefined;
  if (sent.letters.length === 0) return [...annotators.values()];
  const meant = new Set<string>();
  for (const letter of sent.letters) {
    const annotator = annotators.get(letter);
    if (annotator === undefined) return undefined;
    meant.add(annotator);
  }
  return [...meant];
}
