import { type OpenClaim, openClaimSchema } from '../claims/open-claim.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { valueAt } from '../text/json-pointer.ts';
import type { FormatContext } from './format.ts';
import { formatRules } from './format-rules.ts';
import type { SourceRecord } from './schema-findings.ts';

/** A claim whose label and evidence are to be predicted. */
export const blindSchema = openClaimSchema.omit({ label: true, evidence: true });

/** The claim of a blind record with all of its keys. */
export function blindClaim(json: object): OpenClaim {
  return { ...json, evidence: [] } as unknown as OpenClaim;
}

/** What is wrong with a record that has a label or has none, given whether the first record of its file has one. */
export type LabelCheck = (record: SourceRecord, isBlind: boolean) => Diagnostic | undefined;

/**
 * Checks that all records of a file have a label or none has, asked for each record in order: a file whose first record has none is a
 * blind test file. Where claims with any label are taken, those without one are, too.
 */
export function createLabelCheck({ anyLabel = false }: Pick<FormatContext, 'anyLabel'>): LabelCheck {
  let isBlindFile: boolean | undefined;
  return ({ json, place }, isBlind) => {
    isBlindFile ??= isBlind;
    if (anyLabel || isBlind === isBlindFile) return undefined;
    return isBlind
      ? createDiagnostic(formatRules.notClaim, 'unlabelled', {
          place: place([]),
          help: 'Give it a label and its evidence, or take it out of the file.',
        })
      : createDiagnostic(formatRules.notClaim, 'labelled', {
          place: place([]),
          data: { keys: valueAt(json, ['label']) === undefined ? 'other keys' : '`label`' },
          help: 'Take it out of the file, or give all others a label.',
        });
  };
}
