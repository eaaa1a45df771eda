import type { RecordForm } from '../claims/record-form.ts';
import { forms, sniffForm } from '../formats/forms/index.ts';
import type { SourceLine } from '../text/source-line.ts';
import type { RecordKind } from '../validate/record-entry.ts';

/** How the form of claim files is chosen: claimset's own, looked for in each file, or one of another dataset. */
export type FormChoice = 'native' | 'auto' | (string & {});

/** Names after `--format`. */
export const formChoices: readonly string[] = ['native', ...forms.map(({ id }) => id), 'auto'];

/** A line with the form of its record; `undefined` for claimset's own. */
export interface FormedLine {
  readonly line: SourceLine;
  readonly form: RecordForm | undefined;
}

/** The lines of a file with the form that was chosen. Annotations are always claimset's own. */
export function* withForm(
  lines: Iterable<SourceLine>,
  kind: RecordKind,
  choice: FormChoice = 'native',
): Generator<FormedLine> {
  let form = kind === 'claim' ? forms.find(({ id }) => id === choice) : undefined;
  let isKnown = choice !== 'auto' || kind !== 'claim';
  for (const line of lines) {
    // The first line that is JSON tells the form of the file; until then lines are faulty in any form.
    if (!isKnown) {
      const json = parseLine(line.text);
      if (json !== undefined) {
        form = sniffForm(json);
        isKnown = true;
      }
    }
    yield { line, form };
  }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
