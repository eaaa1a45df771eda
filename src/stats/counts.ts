import { type Challenge, challenges } from '../claims/challenge.ts';
import type { Claim, ClaimId } from '../claims/claim.ts';
import { type Label, labels } from '../claims/label.ts';
import { type Mutation, mutations } from '../claims/mutation.ts';
import { parseEvidenceId } from '../corpus/evidence-id.ts';
import { isCell } from '../corpus/evidence-kind.ts';
import { toNfc } from '../text/normalise.ts';
import { words } from '../text/words.ts';

/** What claims rest on: the four of FEVEROUS (Aly et al. 2021, table 2). Items of lists and captions count as text. */
export const evidenceSources = ['text only', 'tables only', 'text and tables', 'none'] as const;

export type EvidenceSource = (typeof evidenceSources)[number];

/** What there is of what, in numbers of claims unless said otherwise. */
export interface Counts {
  readonly claims: number;
  readonly labels: Readonly<Record<Label, number>>;
  readonly challenges: Readonly<Record<Challenge, number>>;
  readonly withoutChallenge: number;
  readonly mutations: Readonly<Record<Mutation, number>>;
  readonly withoutMutation: number;
  /** By what all of a claim's evidence sets together cite; cells and header cells are tables. */
  readonly evidenceSources: Readonly<Record<EvidenceSource, number>>;
  /** Claims with two or more evidence sets. */
  readonly withAlternatives: number;
  /** Claims of which no evidence set is a single id. */
  readonly multiEvidence: number;
  /** Evidence sets of all claims. */
  readonly evidenceSets: number;
  /** Distinct evidence ids that are cited. */
  readonly evidenceIds: number;
  /** Distinct articles whose evidence is cited. */
  readonly articles: number;
  /** Length of the claims in words: 0 for all three where there is no claim. */
  readonly words: { readonly min: number; readonly mean: number; readonly max: number };
}

/** The counts of one split. */
export interface SplitCounts {
  readonly split: string;
  readonly counts: Counts;
}

/** The numbers that a dataset card and a manifest give of claims. */
export function measureCounts(claims: Iterable<Claim>): Counts {
  let total = 0;
  let withoutChallenge = 0;
  let withoutMutation = 0;
  let withAlternatives = 0;
  let multiEvidence = 0;
  let evidenceSets = 0;
  let allWords = 0;
  let minWords = Number.POSITIVE_INFINITY;
  let maxWords = 0;
  const byLabel = zeroes(labels);
  const byChallenge = zeroes(challenges);
  const byMutation = zeroes(mutations);
  const bySource = zeroes(evidenceSources);
  const cited = new Set<string>();
  const articles = new Set<string>();
  for (const { claim, label, challenge, mutation, evidence } of claims) {
    total += 1;
    byLabel[label] += 1;
    if (challenge === undefined) withoutChallenge += 1;
    else byChallenge[challenge] += 1;
    if (mutation === undefined) withoutMutation += 1;
    else byMutation[mutation] += 1;

    evidenceSets += evidence.length;
    if (evidence.length > 1) withAlternatives += 1;
    if (evidence.length > 0 && evidence.every((set) => new Set(set).size > 1)) multiEvidence += 1;
    for (const id of evidence.flat().map(toNfc)) {
      cited.add(id);
      const parts = parseEvidenceId(id);
      if (parts !== undefined) articles.add(parts.title);
    }
    bySource[evidenceSourceOf(evidence)] += 1;

    const length = words(claim).length;
    allWords += length;
    minWords = Math.min(minWords, length);
    maxWords = Math.max(maxWords, length);
  }
  return {
    claims: total,
    labels: byLabel,
    challenges: byChallenge,
    withoutChallenge,
    mutations: byMutation,
    withoutMutation,
    evidenceSources: bySource,
    withAlternatives,
    multiEvidence,
    evidenceSets,
    evidenceIds: cited.size,
    articles: articles.size,
    words:
      total === 0 ? { min: 0, mean: 0, max: 0 } : { min: minWords, mean: allWords / total, max: maxWords },
  };
}

/** What the evidence sets of a claim together rest on. */
export function evidenceSourceOf(evidence: Claim['evidence']): EvidenceSource {
  let text = false;
  let table = false;
  for (const id of evidence.flat()) {
    const parts = parseEvidenceId(id);
    if (parts !== undefined && isCell(parts.kind)) table = true;
    else text = true;
  }
  if (text) return table ? 'text and tables' : 'text only';
  return table ? 'tables only' : 'none';
}

/** The counts of each of `splits`, in their order. Claims of no such split are in none. */
export function measureSplitCounts(
  claims: readonly Claim[],
  splits: readonly string[],
  splitOf: (id: ClaimId) => string | undefined,
): SplitCounts[] {
  const bySplit = new Map<string, Claim[]>(splits.map((split) => [split, []]));
  for (const claim of claims) bySplit.get(splitOf(claim.id) ?? '')?.push(claim);
  return [...bySplit].map(([split, members]) => ({ split, counts: measureCounts(members) }));
}

function zeroes<const Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
