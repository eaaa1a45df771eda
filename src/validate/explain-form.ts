import type { RecordForm } from '../claims/record-form.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { invariant } from '../errors.ts';
import type { LineEntry } from './record-entry.ts';

/** Why the form of another dataset refuses a record: at least one finding. */
export function* explainForm(entry: LineEntry, form: RecordForm): Generator<Diagnostic> {
  let told = false;
  for (const diagnostic of form.explain({ json: entry.json, place: (path) => entry.place(path) })) {
    told = true;
    yield diagnostic;
  }
  invariant(told, `the form ${form.id} refused ${entry.line.file}:${entry.line.number} and did not say why`);
}
