import type { ClaimId } from '../../claims/claim.ts';
import type { Bands } from '../near-duplicates/bands.ts';
import type { Shingles } from '../near-duplicates/shingles.ts';
import type { AuditKind, SharedKind } from './audit-kinds.ts';

/** One of two claims of a finding. */
export interface FoundClaim {
  readonly id: ClaimId;
  /** `null` where nothing says. */
  readonly split: string | null;
  readonly label: string | null;
  readonly claim: string;
  readonly file: string;
  /** 1-based; `null` in a file whose records are not lines. */
  readonly line: number | null;
  /** Which claim of its file it is, 1-based, of those that can be read. */
  readonly record: number;
}

/** Two claims that tell of each other, or repeat or contradict each other. */
export interface AuditFinding {
  readonly kind: AuditKind;
  readonly claims: readonly [FoundClaim, FoundClaim];
  /** The normalised claim, the common words, the source, the evidence id, the title of the article. */
  readonly shared: string;
  /** Jaccard similarity, of near-duplicates only. */
  readonly similarity: number | null;
}

/** How much there is of one kind. */
export interface AuditFigure {
  /**
   * Of what splits share: how often, once for each pair of splits and thing shared. Of repeated claims and contradictions: the texts.
   * Of near-duplicates with other labels: the pairs of texts.
   */
  readonly count: number;
  /** The claims that say a repeated or contradicted text; 0 for other kinds. */
  readonly claims: number;
  /** The first findings, in the order of the claims. */
  readonly findings: readonly AuditFinding[];
}

/** What two splits share. */
export interface SharedBetween {
  readonly splits: readonly [string, string];
  readonly counts: Readonly<Record<SharedKind, number>>;
}

/** What claims of a dataset share that they should not. Plain data, the same as JSON. */
export interface LeakAudit {
  readonly claims: number;
  /** In the order of their first claims. */
  readonly splits: readonly { readonly split: string; readonly claims: number }[];
  /** How claims were compared for near-duplicates. */
  readonly nearDuplicate: {
    readonly threshold: number;
    readonly shingles: Shingles;
    /** `null` where no pair was left out. */
    readonly minHash: (Bands & { readonly seed: number }) | null;
  };
  /** For each two splits, in their order. */
  readonly between: readonly SharedBetween[];
  readonly figures: Readonly<Record<AuditKind, AuditFigure>>;
}
