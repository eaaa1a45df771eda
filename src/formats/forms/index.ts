import type { RecordForm } from '../../claims/record-form.ts';
import { feverForm } from './fever.ts';
import { feverousForm } from './feverous.ts';
import { scifactForm } from './scifact.ts';

/** All forms of other datasets that files are checked in, sorted by id. */
export const forms: readonly RecordForm[] = [feverForm, feverousForm, scifactForm];

/** The form whose records a file's first record looks like; `undefined` for claimset's own and for what none knows. */
export function sniffForm(json: unknown): RecordForm | undefined {
  return forms.find((form) => form.sniff(json));
}
