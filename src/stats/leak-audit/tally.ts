import { UsageError } from '../../errors.ts';
import type { ClaimLink } from '../claim-links.ts';
import { type AuditKind, auditKinds, type SharedKind, sharedKinds } from './audit-kinds.ts';
import type { AuditedClaim } from './audited-claim.ts';
import type { AuditFinding, FoundClaim, LeakAudit, SharedBetween } from './leak-audit.ts';

interface Figure {
  count: number;
  claims: number;
  readonly findings: AuditFinding[];
}

interface TallyOptions {
  readonly maxFindings: number;
  readonly tell: ((finding: AuditFinding) => void) | undefined;
}

/** What two claims share. */
export type Shared = Pick<ClaimLink<string>, 'key' | 'similarity'>;

/** More splits than any dataset has: what each two of them share is counted apart. */
const maxSplits = 100;

/** Counts what is found among claims, and keeps the first findings. Claims are named by their positions. */
export class Tally {
  readonly #claims: readonly AuditedClaim[];
  readonly #options: TallyOptions;
  readonly #splits = new Map<string, number>();
  /** Counts by the positions of two splits, the earlier one first. */
  readonly #between: Record<SharedKind, number>[][];
  readonly #splitAt: Int32Array;
  readonly #sizes: number[] = [];
  readonly #figures = noFigures();

  /** @throws UsageError where the claims name more splits than can be compared. */
  constructor(claims: readonly AuditedClaim[], options: TallyOptions) {
    this.#claims = claims;
    this.#options = options;
    this.#splitAt = Int32Array.from(claims, ({ split }) => this.#numberOf(split));
    if (this.#sizes.length > maxSplits) {
      throw new UsageError(
        `The claims name ${this.#sizes.length} splits, and ${maxSplits} can be compared. Look at what stands under \`split\`.`,
      );
    }
    this.#between = this.#sizes.map((_, at) => this.#sizes.slice(at + 1).map(noCounts));
  }

  /** The first claim of each split among some, in their order; those without a split are left out. */
  firstOfSplits(claims: readonly number[]): number[] {
    const seen = new Set<number>();
    return claims.filter((at) => {
      const split = this.#splitAt[at] as number;
      return split >= 0 && !seen.has(split) && seen.add(split);
    });
  }

  /** Notes that two splits share something, told by a claim of each; nothing where both are in the same split, or one is in none. */
  share(kind: SharedKind, a: number, b: number, what: Shared): void {
    const [one, other] = [this.#splitAt[a] as number, this.#splitAt[b] as number];
    if (one === other || one < 0 || other < 0) return;
    const counts = this.#between[Math.min(one, other)]?.[Math.abs(one - other) - 1];
    if (counts !== undefined) counts[kind] += 1;
    this.count(kind);
    this.add(kind, a, b, what);
  }

  /** Counts one more of a kind, which so many claims are about. */
  count(kind: AuditKind, claims = 0): void {
    this.#figures[kind].count += 1;
    this.#figures[kind].claims += claims;
  }

  /** Notes two claims as an example of what is counted. */
  add(kind: AuditKind, a: number, b: number, what: Shared): void {
    const kept = this.#figures[kind].findings;
    const { maxFindings, tell } = this.#options;
    if (kept.length >= maxFindings && tell === undefined) return;
    const finding: AuditFinding = {
      kind,
      claims: [this.#found(a), this.#found(b)],
      shared: what.key,
      similarity: what.similarity ?? null,
    };
    if (kept.length < maxFindings) kept.push(finding);
    tell?.(finding);
  }

  result(): Pick<LeakAudit, 'claims' | 'splits' | 'between' | 'figures'> {
    const names = [...this.#splits.keys()];
    const between = names.flatMap((one, at) =>
      names.slice(at + 1).map((other, distance): SharedBetween => {
        return { splits: [one, other], counts: this.#between[at]?.[distance] ?? noCounts() };
      }),
    );
    return {
      claims: this.#claims.length,
      splits: names.map((split, at) => ({ split, claims: this.#sizes[at] as number })),
      between,
      figures: this.#figures,
    };
  }

  #numberOf(split: string | undefined): number {
    if (split === undefined) return -1;
    const number = this.#splits.get(split) ?? this.#splits.size;
    this.#splits.set(split, number);
    this.#sizes[number] = (this.#sizes[number] ?? 0) + 1;
    return number;
  }

  #found(at: number): FoundClaim {
    const { id, split, label, claim, file, line, record } = this.#claims[at] as AuditedClaim;
    return { id, split: split ?? null, label: label ?? null, claim, file, line, record };
  }
}

function noFigures(): Record<AuditKind, Figure> {
  const figures = auditKinds.map((kind): [AuditKind, Figure] => [
    kind,
    { count: 0, claims: 0, findings: [] },
  ]);
  return Object.fromEntries(figures) as Record<AuditKind, Figure>;
}

function noCounts(): Record<SharedKind, number> {
  return Object.fromEntries(sharedKinds.map((kind) => [kind, 0])) as Record<SharedKind, number>;
}
