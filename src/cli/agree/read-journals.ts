import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { isJournalEvent, type JournalRecord } from '../../claims/journal-event.ts';
import { standingRecords } from '../../claims/standing-records.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { RecordPath } from '../../io/record-files.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { journalRecordOf } from '../../validate/record-of.ts';
import { createValidator } from '../../validate/validate.ts';
import type { CommandIo } from '../command-io.ts';
import { openSource } from '../dataset/open-source.ts';
import { createProgress } from '../progress.ts';

/** Lines that are no annotations of which it is told what is wrong with them. */
const mostTold = 20;

/** What journals hold. */
export interface Journals {
  /** What findings call the files. */
  readonly names: readonly string[];
  /** Answers that stand, in the order of files and lines. */
  readonly annotations: readonly Annotation[];
  /** Claims that were taken out of the dataset. */
  readonly dropped: readonly ClaimId[];
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
  const annotations: Annotation[] = [];
  const diagnostics: Diagnostic[] = [];
  const dropped: ClaimId[] = [];
  const names: string[] = [];
  let [records, unreadable] = [0, 0];
  for (const file of files) {
    const reader = openSource(file, { isOnlyReported: true }, io);
    names.push(reader.name);
    const own: JournalRecord[] = [];
    for (const line of reader.lines) {
      if (line.number % linesPerTick === 0) await progress.tick(() => `reading: ${records} annotations`);
      if (line.text.trim() === '') continue;
      records += 1;
      const entry = createLineEntry(line, { kind: 'annotation', form: undefined, fileEnd: line.end });
      const record = journalRecordOf(entry);
      if (record !== undefined) {
        own.push(record);
        continue;
      }
      unreadable += 1;
      if (unreadable <= mostTold)
        diagnostics.push(
          ...validator.check('annotation', line).filter(({ severity }) => severity === 'error'),
        );
    }
    for (const record of standingRecords(own)) {
      if (!isJournalEvent(record)) annotations.push(record);
      else if (record.event === 'drop') dropped.push(record.claim);
    }
  }
  await progress.done();
  return { names, annotations, dropped, records, unreadable, diagnostics };
}
