import type { Annotation } from '../../claims/annotation.ts';
import type { RecordPath } from '../../io/record-files.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { recordOf } from '../../validate/record-of.ts';
import type { CommandIo } from '../command-io.ts';
import { openSource } from './open-source.ts';

/** The records of all journals of a dataset, in the order of files and lines; what is no annotation is left to the findings. */
export function* readAnnotations(
  { files }: { readonly files: readonly RecordPath[] },
  io: CommandIo,
): Generator<Annotation> {
  for (const file of files) {
    if (file.kind !== 'annotation') continue;
    for (const line of openSource(file, {}, io).lines) {
      if (line.text.trim() === '') continue;
      const entry = createLineEntry(line, { kind: 'annotation', form: undefined, fileEnd: line.end });
      const record = entry.problems.length > 0 ? undefined : recordOf(entry);
      if (record?.kind === 'annotation') yield record.annotation;
    }
  }
}
