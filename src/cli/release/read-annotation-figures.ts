import type { Annotation } from '../../claims/annotation.ts';
import { type AnnotationFigures, measureAnnotations } from '../../stats/annotation-figures.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { recordOf } from '../../validate/record-of.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import { openSource } from '../dataset/open-source.ts';

/** The figures of all journals of a dataset; `undefined` where it has none. */
export function readAnnotationFigures(
  { files }: LoadedDataset,
  io: CommandIo,
): AnnotationFigures | undefined {
  const journals = files.filter(({ kind }) => kind === 'annotation');
  const read = function* (): Generator<Annotation> {
    for (const file of journals) {
      for (const line of openSource(file, {}, io).lines) {
        if (line.text.trim() === '') continue;
        const entry = createLineEntry(line, { kind: 'annotation', form: undefined, fileEnd: line.end });
        const record = entry.problems.length > 0 ? undefined : recordOf(entry);
        if (record?.kind === 'annotation') yield record.annotation;
      }
    }
  };
  const figures = measureAnnotations(read());
  return figures.annotations === 0 ? undefined : figures;
}
