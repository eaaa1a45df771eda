import type { JournalRecord } from '../../claims/journal-event.ts';
import type { RecordPath } from '../../io/record-files.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { journalRecordOf } from '../../validate/record-of.ts';
import type { CommandIo } from '../command-io.ts';
import { openSource } from '../dataset/open-source.ts';
import { createProgress } from '../progress.ts';

/** What journals hold. */
export interface JournalRecords {
  /** In the order of files and lines. */
  readonly records: readonly JournalRecord[];
  /** Lines that are not blank and no records. */
  readonly unreadable: number;
}

const linesPerTick = 128;

/** Reads journals and changes nothing, not even a line that was cut off. @throws ToolError as for reading files */
export async function readJournalRecords(
  files: readonly RecordPath[],
  io: CommandIo,
): Promise<JournalRecords> {
  const progress = createProgress(io);
  const records: JournalRecord[] = [];
  let unreadable = 0;
  for (const file of files) {
    if (file.kind !== 'annotation') continue;
    for (const line of openSource(file, { isOnlyReported: true }, io).lines) {
      if (line.number % linesPerTick === 0) await progress.tick(() => `reading: ${records.length} records`);
      if (line.text.trim() === '') continue;
      const record = journalRecordOf(
        createLineEntry(line, { kind: 'annotation', form: undefined, fileEnd: line.end }),
      );
      if (record === undefined) unreadable += 1;
      else records.push(record);
    }
  }
  await progress.done();
  return { records, unreadable };
}
