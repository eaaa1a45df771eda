import type { Annotation } from '../../claims/annotation.ts';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { standingAnswers } from '../../claims/standing-records.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { RecordPath } from '../../io/record-files.ts';
import { createValidator } from '../../validate/validate.ts';
import type { CommandIo } from '../command-io.ts';
import { readJournalLines } from '../dataset/read-journal-lines.ts';
import { createProgress } from '../progress.ts';

/** Lines that are no annotations of which it is told what is wrong with them. */
const mostTold = 20;

/** What journals hold. */
export interface Journals {
  /** What findings call the files. */
  readonly names: readonly string[];
  /** Answers that stand, in the order of files and lines. */
  readonly annotations: readonly Annotation[];
  /** Lines that are not blank. */
  readonly records: number;
  /** Lines that are neither annotations nor events. */
  readonly unreadable: number;
  /** What is wrong with the first of them. */
  readonly diagnostics: readonly Diagnostic[];
}

const linesPerTick = 128;

/** Reads journals: what is an annotation, and what is wrong with the lines that are none. @throws ToolError as for reading files */
export async function readJournals(files: readonly RecordPath[], io: CommandIo): Promise<Journals> {
  const validator = createValidator(undefined, { level: 2 });
  const progress = createProgress(io);
  const diagnostics: Diagnostic[] = [];
  const names: string[] = [];
  const found: JournalRecord[] = [];
  let [records, unreadable] = [0, 0];
  for (const file of files) {
    const { name, lines } = readJournalLines(file, io);
    names.push(name);
    for (const { line, record } of lines) {
      if (line.number % linesPerTick === 0) await progress.tick(() => `reading: ${records} annotations`);
      records += 1;
      if (record !== undefined) {
        found.push(record);
        continue;
      }
      unreadable += 1;
      if (unreadable <= mostTold)
        diagnostics.push(
          ...validator.check('annotation', line).filter(({ severity }) => severity === 'error'),
        );
    }
  }
  await progress.done();
  return { names, annotations: standingAnswers(found), records, unreadable, diagnostics };
}
