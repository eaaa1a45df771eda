import { claimSchema } from '../../claims/claim.ts';
import type { RecordForm } from '../../claims/record-form.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { formatRules } from '../format-rules.ts';
import { schemaFindings } from '../schema-findings.ts';
import { isBlind, otherKeys } from './is-blind.ts';

const schema = claimSchema.pick({ id: true, claim: true });

/** Keys named in a finding. */
const maxKeys = 3;

/**
 * The form of a blind test file of any dataset. Its records have neither label nor evidence, so that there are no claims for rules
 * to look at: this is said once, at the first record, and of the others only whether they have an id and a claim.
 *
 * @param firstLine 1-based number of the line with the first record
 */
export function createBlindForm(firstLine: number): RecordForm {
  return {
    id: 'blind',
    title: 'blind test file',
    sniff: isBlind,
    isHeader: (json, lineNumber) =>
      lineNumber !== firstLine && isBlind(json) && schema.safeParse(json).success,
    claimOf: () => undefined,
    *explain(record) {
      const place = record.place([]);
      if (place.start.line === firstLine) yield createDiagnostic(formatRules.blind, 'file', { place });
      yield* schemaFindings(schema, record);
      const more = otherKeys(record.json);
      if (more.length === 0) return;
      const data = {
        keys: more
          .slice(0, maxKeys)
          .map((key) => `\`${key}\``)
          .join(', '),
      };
      yield createDiagnostic(formatRules.notClaim, 'labelled', { place, data });
    },
    pathOf: (path) => path,
  };
}
