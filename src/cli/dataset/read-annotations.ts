import type { Annotation } from '../../claims/annotation.ts';
import { standingAnswers } from '../../claims/standing-records.ts';
import type { RecordPath } from '../../io/record-files.ts';
import type { CommandIo } from '../command-io.ts';
import { readJournalLines } from './read-journal-lines.ts';

/** The answers of all journals of a dataset that stand, in the order of files and lines; what is no record is left to the findings. */
export function readAnnotations(
  { files }: { readonly files: readonly RecordPath[] },
  io: CommandIo,
): Annotation[] {
  const journals = files.filter(({ kind }) => kind === 'annotation');
  const lines = journals.flatMap((file) => [...readJournalLines(file, io).lines]);
  return standingAnswers(lines.flatMap(({ record }) => record ?? []));
}
