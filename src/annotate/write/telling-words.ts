import { type Label, labels } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { measureCueSkew } from '../../stats/artefacts/cue-skew.ts';
import { createCueFinder } from '../../stats/artefacts/find-cues.ts';

/** A word that stands mostly in claims of one label. */
export interface TellingWord {
  readonly word: string;
  readonly label: Label;
  /** Share of the claims with the word that have the label, 0 to 1. */
  readonly share: number;
  /** Claims with the word. */
  readonly claims: number;
}

/** Share of the claims with a word, and how many they are, from which on the word is named: less than CI asks for, which names it when it is late. */
const leastShare = 0.6;
const leastClaims = 5;

/** Which words of a list give labels of claims away, counted as claims come and go. */
export class TellingWords {
  readonly #find: ReturnType<typeof createCueFinder>;
  /** Claims by label, and those with a word. */
  readonly #all = labels.map(() => 0);
  readonly #byWord = new Map<string, number[]>();

  /** @param cueWords in lower case; phrases with one blank between words */
  constructor(cueWords: readonly string[]) {
    this.#find = createCueFinder(cueWords);
  }

  /** Counts a claim; one without label counts for nothing. */
  add(claim: Pick<OpenClaim, 'claim' | 'label'>): void {
    this.#count(claim, 1);
  }

  /** Takes out a claim that was added. */
  delete(claim: Pick<OpenClaim, 'claim' | 'label'>): void {
    this.#count(claim, -1);
  }

  /** The telling words of a text, the most telling first: those of a label only, where one is given. */
  find(text: string, label?: Label): TellingWord[] {
    return this.#find(text)
      .flatMap(({ cue }) => this.#telling(cue))
      .filter((word) => label === undefined || word.label === label)
      .sort((a, b) => b.share - a.share || b.claims - a.claims || (a.word < b.word ? -1 : 1));
  }

  #telling(word: string): TellingWord[] {
    const byLabel = this.#byWord.get(word);
    if (byLabel?.some((count) => count > 0) !== true) return [];
    const { label: which, claims, productivity: share, base } = measureCueSkew(byLabel, this.#all);
    const label = labels[which];
    const isTelling = claims >= leastClaims && share >= leastShare && share > base;
    return isTelling && label !== undefined ? [{ word, label, share, claims }] : [];
  }

  #count({ claim, label }: Pick<OpenClaim, 'claim' | 'label'>, by: 1 | -1): void {
    const which = (labels as readonly (string | undefined)[]).indexOf(label);
    if (which < 0) return;
    this.#all[which] = (this.#all[which] ?? 0) + by;
    for (const { cue } of this.#find(claim)) {
      const byLabel = this.#byWord.get(cue) ?? labels.map(() => 0);
      byLabel[which] = (byLabel[which] ?? 0) + by;
      this.#byWord.set(cue, byLabel);
    }
  }
}
