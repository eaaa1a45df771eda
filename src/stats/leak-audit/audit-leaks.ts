import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { type ClaimLink, findClaimLinks, type NearDuplicateMeasure } from '../claim-links.ts';
import { findFurtherLinks } from '../group-links.ts';
import { defaultBands } from '../near-duplicates/bands.ts';
import { singleWords } from '../near-duplicates/shingles.ts';
import type { SharedKind } from './audit-kinds.ts';
import type { AuditedClaim } from './audited-claim.ts';
import { contradictingPair, findRepetitions } from './find-repetitions.ts';
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
 * - `repeated`: the same claim but for case, punctuation and blanks, twice in one split.
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
  /** The claims with the same text as a claim, by the first of them; only where there are several. */
  const copies = new Map<number, readonly number[]>();
  const copiesOf = (first = 0): readonly number[] => copies.get(first) ?? [first];
  // Asked millions of times: two reads of bytes, where that is enough.
  const isCopied = new Uint8Array(claims.length);
  const answers = answersOf(claims);
  const isWanted = (a: number, b: number): boolean =>
    answers[a] !== answers[b] || isCopied[a] === 1 || isCopied[b] === 1;

  for (const link of findClaimLinks(claims, options.nearDuplicate, isWanted)) {
    if (link.kind !== 'near-duplicate') shareAmong(link, tally);
    if (link.kind === 'duplicate') {
      copies.set(link.claims[0] as number, link.claims);
      isCopied[link.claims[0] as number] = 1;
      for (const { kind, claims: members, pairs } of findRepetitions(link.claims, claims)) {
        tally.count(kind, members);
        for (const [a, b] of pairs) tally.add(a, b, { kind, key: link.key, similarity: null });
      }
    }
    if (link.kind === 'near-duplicate') {
      const { key, similarity = null } = link;
      const [some, others] = [copiesOf(link.claims[0]), copiesOf(link.claims[1])];
      const firstOfOthers = tally.firstOfSplits(others);
      for (const a of tally.firstOfSplits(some)) {
        for (const b of firstOfOthers) tally.share('nearDuplicates', a, b, { key, similarity });
      }
      const pair = contradictingPair(some, others, claims);
      if (pair === undefined) continue;
      tally.count('nearContradictions');
      tally.add(...pair, { kind: 'nearContradictions', key, similarity });
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

/** Notes what each two splits share by one link. */
function shareAmong({ kind, key, claims }: ClaimLink<string>, tally: Tally): void {
  const firsts = tally.firstOfSplits(claims);
  for (const [which, a] of firsts.entries()) {
    for (const b of firsts.slice(which + 1))
      tally.share(kindOfLink[kind as KindOfLink], a, b, { key, similarity: null });
  }
}

/** A number for each claim that is the same for claims of the same split with the same label. */
function answersOf(claims: readonly AuditedClaim[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(claims, ({ split = '', label = '' }) => {
    // No split has a NUL in its name.
    const answer = `${split}\0${label}`;
    const number = numbers.get(answer) ?? numbers.size;
    numbers.set(answer, number);
    return number;
  });
}
