import { aggregationKey } from '../../claims/aggregation.ts';
import type { Challenge } from '../../claims/challenge.ts';
import type { EvidenceSet } from '../../claims/claim.ts';
import type { Label } from '../../claims/label.ts';
import { type OpenClaim, openClaimSchema } from '../../claims/open-claim.ts';
import type { Edit } from '../../diagnostic/diagnostic.ts';
import type { AggregatedClaim } from '../../stats/aggregation/aggregate-claims.ts';
import { isSameEvidence } from '../../stats/aggregation/aggregate-evidence.ts';
import { provenanceOf } from '../../stats/aggregation/provenance-of.ts';
import { isObject } from '../../text/is-object.ts';
import { ownValue } from '../../validate/line-entry.ts';
import type { LineEntry } from '../../validate/record-entry.ts';

/** The label and evidence that a claim is to have, and how they came about. */
export interface AggregatedGold
  extends Pick<AggregatedClaim, 'annotators' | 'confidence' | 'evidence' | 'method' | 'votes'> {
  readonly label: Label;
  /** What made the claim hard to verify; the claim keeps its own where nobody says. */
  readonly challenge?: Challenge | undefined;
}

/** What of a claim an aggregation changes. */
export type ClaimPart = 'label' | 'evidence' | 'challenge' | 'provenance';

/** What writing an aggregated claim into its record changes. */
export interface AggregationEdits {
  /** None where the record says all that already. */
  readonly edits: readonly Edit[];
  readonly changes: readonly ClaimPart[];
}

/** The claim of a line, whose label and evidence may still be missing; `undefined` where the line holds none. */
export function openClaimOf({ json, problems }: LineEntry): OpenClaim | undefined {
  return problems.length > 0 || !isObject(json)
    ? undefined
    : openClaimSchema.safeParse({ evidence: [], ...json }).data;
}

/** The edits that give a record its aggregated label and evidence, and their provenance. Nothing else in the record changes. */
export function aggregationEdits(entry: LineEntry, aggregated: AggregatedGold): AggregationEdits {
  const edits: Edit[] = [];
  const changes: ClaimPart[] = [];
  const added: string[] = [];
  const put = (part: ClaimPart, key: string, value: unknown): void => {
    const text = JSON.stringify(value);
    changes.push(part);
    if (ownValue(entry.json, key) === undefined) added.push(`,${JSON.stringify(key)}:${text}`);
    else edits.push({ span: entry.span([key]), text });
  };
  if (ownValue(entry.json, 'label') !== aggregated.label) put('label', 'label', aggregated.label);
  const evidence = ownValue(entry.json, 'evidence') as readonly EvidenceSet[] | undefined;
  if (evidence === undefined || !isSameEvidence(evidence, aggregated.evidence))
    put('evidence', 'evidence', aggregated.evidence);
  const { challenge } = aggregated;
  if (challenge !== undefined && ownValue(entry.json, 'challenge') !== challenge)
    put('challenge', 'challenge', challenge);
  const provenance = provenanceOf(aggregated);
  if (JSON.stringify(ownValue(entry.json, aggregationKey)) !== JSON.stringify(provenance))
    put('provenance', aggregationKey, provenance);
  if (added.length > 0) {
    // Behind the last member, before the blanks and the bracket that close the record.
    const { offset, text: line } = entry.line;
    const bracket = entry.span([]).end - 1 - offset;
    const end = offset + line.slice(0, bracket).trimEnd().length;
    edits.push({ span: { start: end, end }, text: added.join('') });
  }
  return { edits, changes };
}
