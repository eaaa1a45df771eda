import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { type ClaimLink, findClaimLinks, type NearDuplicateMeasure } from '../claim-links.ts';
import { findFurtherLinks } from '../group-links.ts';
import { defaultBands } from '../near-duplicates/bands.ts';
import { singleWords } from '../near-duplicates/shingles.ts';
import type { SharedKind } from './audit-kinds.ts';
import type { AuditedClaim } from './audited-claim.ts';
import { contradictingPair, findRepetitions, firstAnswers } from './find-repetitions.ts';
import type { AuditFinding, LeakAudit } from './leak-audit.ts';
import { Tally } from './tally.ts';

export interface AuditOptions {
  readonly nearDuplicate: NearDuplicateMeasure;
  /** Titles of evidence that are no articles: what formats call texts that have none. */
  readonly madeTitles?: ReadonlySet<string>;
  /** How many findings of each kind are kept, 1000 by default; the counts are exact whatever this is. */
  readonly maxFindings?: number;
  /** Told every finding, also those that are not kept, in the order in which they are found. */
  readonly tell?: (finding: AuditFinding) => void;
}

const kindOfLink = {
  duplicate: 'duplicates',
  source: 'sharedSource',
  evidence: 'sharedEvidence',
  article: 'sharedArticle',
} as const satisfies Readonly<Record<string, SharedKind>>;

type KindOfLink = keyof typeof kindOfLink;

/**
 * What splits share, counted as `measureLeakage` counts it, once for each pair of splits and each thing shared; and which claims
 * repeat or contradict one another, in the same split or not.
 *
 * - `repeated`: the same claim but for case, punctuation and blanks, twice in one split, or twice among the claims in none.
 * - `contradictions`: the same claim with another label, wherever.
 * - `nearContradictions`: near-duplicates with another label, wherever. Often made on purpose: a claim and its negation.
 *
 * Of claims that are judged against their evidence alone (`isPair`) those with other evidence neither repeat nor contradict one another.
 * Claims without a label contradict nothing. Memory: the claims, and an entry for each claim, evidence id and title.
 *
 * @throws UsageError as `findNearDuplicates`, and where the claims name more than 100 splits
 */
export function auditLeaks(claims: readonly AuditedClaim[], options: AuditOptions): LeakAudit {
  const { maxFindings = 1000, tell } = options;
  const tally = new Tally(claims, { maxFindings, tell });
  /** Where several claims have the same text, what is asked of them for each near-duplicate of it, by the first of them. */
  const copies = new Map<number, Copies>();
  const copiesOf = (first = 0): Copies =>
    copies.get(first) ?? { firsts: [first], answers: claims[first]?.label === undefined ? [] : [first] };
  // Asked millions of times: two reads of bytes, where that is enough.
  const isCopied = new Uint8Array(claims.length);
  const answers = answersOf(claims);
  const isWanted = (a: number, b: number): boolean =>
    answers[a] !== answers[b] || isCopied[a] === 1 || isCopied[b] === 1;

  for (const link of findClaimLinks(claims.map(withItsSource), options.nearDuplicate, isWanted)) {
    if (link.kind !== 'near-duplicate') shareAmong(link, tally);
    if (link.kind === 'duplicate') {
      copies.set(link.claims[0] as number, {
        firsts: tally.firstOfSplits(link.claims),
        answers: firstAnswers(link.claims, claims),
      });
      isCopied[link.claims[0] as number] = 1;
      for (const { kind, claims: members, pairs } of findRepetitions(link.claims, claims)) {
        tally.count(kind, members);
        for (const [a, b] of pairs) tally.add(kind, a, b, link);
      }
    }
    if (link.kind === 'near-duplicate') {
      const [some, others] = [copiesOf(link.claims[0]), copiesOf(link.claims[1])];
      for (const a of some.firsts) {
        for (const b of others.firsts) tally.share('nearDuplicates', a, b, link);
      }
      const pair = contradictingPair(some.answers, others.answers, claims);
      if (pair === undefined) continue;
      tally.count('nearContradictions');
      tally.add('nearContradictions', ...pair, link);
    }
  }
  const articleOf = (id: string): string | undefined => {
    const title = parseEvidenceId(id)?.title;
    return title === undefined || options.madeTitles?.has(title) === true ? undefined : title;
  };
  for (const link of findFurtherLinks(claims, 'article', { articleOf })) shareAmong(link, tally);

  const { threshold, shingles = singleWords, minHash } = options.nearDuplicate;
  return {
    ...tally.result(),
    nearDuplicate: {
      threshold,
      shingles,
      minHash: minHash === undefined ? null : { ...defaultBands, seed: 0, ...minHash },
    },
  };
}

/** A claim, without its source where it is in no split: it would link the claims 12 and "12" of others by a source that leaks nothing. */
function withItsSource(claim: AuditedClaim): Omit<AuditedClaim, 'source'> {
  if (claim.split !== undefined || claim.source === undefined) return claim;
  const { source: _, ...rest } = claim;
  return rest;
}

/** Claims with the same text. */
interface Copies {
  /** The first of each split. */
  readonly firsts: readonly number[];
  /** The first with each answer. */
  readonly answers: readonly number[];
}

/** Notes what each two splits share by one link. */
function shareAmong(link: ClaimLink<string>, tally: Tally): void {
  const firsts = tally.firstOfSplits(link.claims);
  for (const [which, a] of firsts.entries()) {
    for (const b of firsts.slice(which + 1)) tally.share(kindOfLink[link.kind as KindOfLink], a, b, link);
  }
}

/** A number for each claim that is the same for claims of the same split with the same label. */
function answersOf(claims: readonly AuditedClaim[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(claims, ({ split = '', label = '' }) => {
    const answer = `${split.length} ${split}${label}`;
    const number = numbers.get(answer) ?? numbers.size;
    numbers.set(answer, number);
    return number;
  });
}
