import type { RecordForm } from '../../claims/record-form.ts';

/** All forms of other datasets that files are checked in, sorted by id. */
export const forms: readonly RecordForm[] = [];

/** The form whose records a file's first record looks like; `undefined` for claimset's own and for what none knows. */
export function sniffForm(json: unknown): RecordForm | undefined {
  return forms.find((form) => form.sniff(json));
}
