import type { Annotation } from '../../claims/annotation.ts';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { standingAnswers } from '../../claims/standing-records.ts';
import type { RecordPath } from '../../io/record-files.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { journalRecordOf } from '../../validate/record-of.ts';
import type { CommandIo } from '../command-io.ts';
import { openSource } from './open-source.ts';

/** The records of all journals of a dataset, in the order of files and lines; what was withdrawn is left out, and what is no annotation is left to the findings. */
export function* readAnnotations(
  { files }: { readonly files: readonly RecordPath[] },
  io: CommandIo,
): Generator<Annotation> {
  for (const file of files) {
    if (file.kind !== 'annotation') continue;
    const records: JournalRecord[] = [];
    for (const line of openSource(file, {}, io).lines) {
      if (line.text.trim() === '') continue;
      const entry = createLineEntry(line, { kind: 'annotation', form: undefined, fileEnd: line.end });
      const record = journalRecordOf(entry);
      if (record !== undefined) records.push(record);
    }
    yield* standingAnswers(records);
  }
}
