import type { OpenClaim } from '../../claims/open-claim.ts';

/** A claim of any dataset of the family, and where it stands. */
export interface AuditedClaim extends Pick<OpenClaim, 'id' | 'claim' | 'label' | 'source' | 'evidence'> {
  /** `undefined` where nothing says: such a claim leaks nothing, but may repeat another. */
  readonly split: string | undefined;
  readonly file: string;
  /** 1-based; `null` in a file whose records are not lines. */
  readonly line: number | null;
  /** Which claim of its file it is, 1-based, of those that can be read. */
  readonly record: number;
  /** Whether it is judged against its evidence alone, so that the same claim with other evidence is another question. */
  readonly isPair: boolean;
}
