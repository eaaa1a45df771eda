import type { ClaimId } from '../../claims/claim.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { togetherByChance } from '../fisher-exact.ts';
import { labelsOf } from './labels-of.ts';
import { localMutualInformation } from './local-mutual-information.ts';
import { wordsOfClaim } from './words-of-claim.ts';

/** Which n-grams are looked at. */
export interface NgramOptions {
  /** Words in an n-gram: 1, 2 or 3. */
  readonly n: number;
  /** Occurrences from which on an n-gram is listed. All others count too, as occurrences of the label. */
  readonly minCount: number;
  /** How many of the commonest words are taken out of the claims before n-grams are formed. */
  readonly removed: number;
  /** N-grams listed of each label. */
  readonly top: number;
}

/** What Schuster et al. 2019 used. */
export const defaultNgramOptions: NgramOptions = { n: 2, minCount: 5, removed: 10, top: 20 };

/** Which n-grams stand with which label more often than chance has it. */
export interface NgramLmi {
  readonly n: number;
  readonly minCount: number;
  /** The words that were taken out, the commonest first. */
  readonly removedWords: readonly string[];
  /** Occurrences of n-grams in all claims with a label. */
  readonly occurrences: number;
  /** Distinct n-grams, rare ones too. */
  readonly distinct: number;
  readonly labels: readonly LabelNgramLmi[];
}

export interface LabelNgramLmi {
  readonly label: string;
  /** Occurrences of n-grams in the claims with the label. */
  readonly occurrences: number;
  /** Those with a local mutual information above 0, the highest first. */
  readonly ngrams: readonly NgramSkew[];
}

/** How much an n-gram tells of a label. */
export interface NgramSkew {
  /** Its words in lower case, parted by blanks. Between them others may have been taken out. */
  readonly ngram: string;
  /** Occurrences in claims with the label. */
  readonly count: number;
  /** Occurrences in all claims with a label. */
  readonly all: number;
  /** Share of the occurrences that are in claims with the label: p(l | w). */
  readonly share: number;
  /** Local mutual information, natural logarithm. Papers print it times 10⁶. */
  readonly lmi: number;
  /**
   * Probability that it occurs with the label at least so often by chance (Fisher's exact test), times the number of tests (Bonferroni):
   * the n-grams that occur often enough, by the labels.
   */
  readonly adjustedP: number;
  /** The shortest claim with the label that has it. */
  readonly example: { readonly id: ClaimId; readonly claim: string };
}

/**
 * The n-grams of claims with the highest local mutual information with each label: p(w, l) ln(p(l | w) / p(l)), where p(l) is the
 * share of the label in all occurrences of n-grams. An n-gram counts as often as it occurs. Claims without a label are left out.
 *
 * Linear in the words; memory grows with the distinct n-grams.
 *
 * @see Schuster et al. 2019, Towards Debiasing Fact Verification Models, section 2.
 */
export function measureNgramLmi(
  claims: readonly OpenClaim[],
  { n, minCount, removed, top }: NgramOptions = defaultNgramOptions,
): NgramLmi {
  const labels = labelsOf(claims);
  const labelled = claims.filter(({ label }) => label !== undefined && labels.includes(label));
  const removedWords = commonestWords(labelled, removed);
  const isRemoved = new Set(removedWords);
  const places = new Map<string, number>();
  /** By place of the n-gram, then by label. */
  const counts: number[] = [];
  const byLabel = labels.map(() => 0);
  let occurrences = 0;
  for (const { claim, label } of labelled) {
    const which = labels.indexOf(label as string);
    for (const ngram of ngramsOf(claim, n, isRemoved)) {
      let place = places.get(ngram);
      if (place === undefined) {
        place = counts.length;
        places.set(ngram, place);
        for (let at = 0; at < labels.length; at++) counts.push(0);
      }
      counts[place + which] = (counts[place + which] ?? 0) + 1;
      byLabel[which] = (byLabel[which] ?? 0) + 1;
      occurrences += 1;
    }
  }

  const skews = labels.map((): Skew[] => []);
  let tests = 0;
  for (const [ngram, place] of places) {
    const own = counts.slice(place, place + labels.length);
    const all = own.reduce((sum, count) => sum + count, 0);
    if (all < minCount) continue;
    tests += labels.length;
    for (const [which, count] of own.entries()) {
      const lmi = localMutualInformation({
        both: count,
        cue: all,
        label: byLabel[which] ?? 0,
        all: occurrences,
      });
      if (lmi > 0) skews[which]?.push({ ngram, count, all, share: count / all, lmi });
    }
  }
  const listed = skews.map((own) => own.sort(compareSkews).slice(0, top));
  const exampleOf = findExamples(labelled, labels, listed, (claim) => ngramsOf(claim, n, isRemoved));
  return {
    n,
    minCount,
    removedWords,
    occurrences,
    distinct: places.size,
    labels: labels.map((label, which) => ({
      label,
      occurrences: byLabel[which] ?? 0,
      ngrams: (listed[which] ?? []).flatMap((skew): NgramSkew[] => {
        const example = exampleOf(which, skew.ngram);
        const p = togetherByChance({
          both: skew.count,
          one: skew.all,
          other: byLabel[which] ?? 0,
          all: occurrences,
        });
        return example === undefined ? [] : [{ ...skew, adjustedP: Math.min(1, p * tests), example }];
      }),
    })),
  };
}

type Skew = Omit<NgramSkew, 'adjustedP' | 'example'>;

/** The highest first, of equal ones by their words. */
function compareSkews(a: Skew, b: Skew): number {
  return b.lmi - a.lmi || (a.ngram < b.ngram ? -1 : 1);
}

/** The commonest words of all claims, of equally common ones by their letters. */
function commonestWords(claims: readonly OpenClaim[], number: number): string[] {
  const counts = new Map<string, number>();
  for (const { claim } of claims) {
    for (const word of wordsOfClaim(claim)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, number)
    .map(([word]) => word);
}

/** The n-grams of a claim in order, with those that repeat. */
function* ngramsOf(claim: string, n: number, isRemoved: ReadonlySet<string>): Generator<string> {
  const words = wordsOfClaim(claim).filter((word) => !isRemoved.has(word));
  for (let from = 0; from + n <= words.length; from++) {
    yield n === 1 ? (words[from] ?? '') : words.slice(from, from + n).join(' ');
  }
}

/** A function that gives the shortest claim of a label with an n-gram, of those that are listed. */
function findExamples(
  claims: readonly OpenClaim[],
  labels: readonly string[],
  listed: readonly (readonly { readonly ngram: string }[])[],
  ngramsOfClaim: (claim: string) => Iterable<string>,
): (which: number, ngram: string) => NgramSkew['example'] | undefined {
  const wanted = listed.map((own) => new Set(own.map(({ ngram }) => ngram)));
  const found = labels.map(() => new Map<string, NgramSkew['example']>());
  for (const { id, claim, label } of claims) {
    const which = labels.indexOf(label as string);
    const listedOf = wanted[which];
    if (listedOf === undefined || listedOf.size === 0) continue;
    for (const ngram of ngramsOfClaim(claim)) {
      if (!listedOf.has(ngram)) continue;
      const known = found[which]?.get(ngram);
      if (known === undefined || claim.length < known.claim.length) found[which]?.set(ngram, { id, claim });
    }
  }
  return (which, ngram) => found[which]?.get(ngram);
}
