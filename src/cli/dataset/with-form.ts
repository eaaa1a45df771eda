import type { RecordForm } from '../../claims/record-form.ts';
import { isSchemaLine } from '../../claims/schema-line.ts';
import { firstRecord } from '../../formats/first-record.ts';
import { createBlindForm } from '../../formats/forms/blind.ts';
import { forms, sniffForm } from '../../formats/forms/index.ts';
import { isBlind } from '../../formats/forms/is-blind.ts';
import type { SourceLine } from '../../text/source-line.ts';
import type { RecordKind } from '../../validate/record-entry.ts';

/** How the form of claim files is chosen: claimset's own, looked for in each file, or one of another dataset. */
export type FormChoice = 'native' | 'auto' | (string & {});

/** Names after `--format`. */
export const formChoices: readonly string[] = ['native', ...forms.map(({ id }) => id), 'auto'];

/**
 * Gives the form of each line of a file, asked in order; `undefined` for claimset's own. Annotations are always claimset's own.
 * A function and not a generator around the lines, which would cost every line a tenth of what its JSON does.
 */
export function createFormChooser(
  kind: RecordKind,
  choice: FormChoice = 'native',
): (line: SourceLine) => RecordForm | undefined {
  if (kind !== 'claim') return () => undefined;
  let form = forms.find(({ id }) => id === choice);
  let isKnown = choice === 'native';
  return (line) => {
    // The first line that is JSON tells the form of the file; until then lines are faulty in any form.
    const json = isKnown ? undefined : firstRecord(line.text);
    if (json !== undefined) {
      if (choice === 'auto') form ??= sniffForm(json);
      // A line that only names the keys does not tell whether there are labels.
      isKnown = !isSchemaLine(json);
      if (isKnown && isBlind(json)) form = createBlindForm(line.number);
    }
    return form;
  };
}
