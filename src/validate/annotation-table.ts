import type { ClaimId } from '../claims/claim.ts';
import type { Label } from '../claims/label.ts';
import type { AnnotationEntry, ClaimEntry } from './record-entry.ts';
import { type RememberedPlace, rememberPlace } from './remembered-place.ts';

/** What one annotator said of a claim. */
export interface AnnotationRow {
  readonly annotator: string;
  readonly label: Label;
  readonly evidence: readonly (readonly string[])[];
  /** Of its label. */
  readonly place: RememberedPlace;
}

/** A claim as far as what is said of it is compared with it. */
export interface ClaimRow {
  readonly label: Label;
  /** Of its label. */
  readonly place: RememberedPlace;
}

/** Which annotator said what of which claim: of several records by one annotator for one claim the last one stands. */
export class AnnotationTable {
  /** The claims that passed levels 1 to 3, by id; of two with one id the first. */
  readonly claims = new Map<ClaimId, ClaimRow>();
  /** By claim, then by annotator, both in the order in which they came first. */
  readonly byClaim = new Map<ClaimId, Map<string, AnnotationRow>>();

  /** Takes a claim that passed levels 1 to 3. */
  addClaim(entry: ClaimEntry): void {
    const { id, label } = entry.claim;
    if (!this.claims.has(id)) this.claims.set(id, { label, place: rememberPlace(entry, 'label') });
  }

  /** Takes an annotation that passed levels 1 to 3. */
  addAnnotation(entry: AnnotationEntry): void {
    const { claim, annotator, label, evidence } = entry.annotation;
    let rows = this.byClaim.get(claim);
    if (rows === undefined) {
      rows = new Map();
      this.byClaim.set(claim, rows);
    }
    rows.set(annotator, { annotator, label, evidence, place: rememberPlace(entry, 'label') });
  }
}
