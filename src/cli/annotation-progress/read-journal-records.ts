import type { JournalRecord } from '../../claims/journal-event.ts';
import type { RecordPath } from '../../io/record-files.ts';
import type { CommandIo } from '../command-io.ts';
import { readJournalLines } from '../dataset/read-journal-lines.ts';
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
    for (const { line, record } of readJournalLines(file, io).lines) {
      if (line.number % linesPerTick === 0) await progress.tick(() => `reading: ${records.length} records`);
      if (record === undefined) unreadable += 1;
      else records.push(record);
    }
  }
  await progress.done();
  return { records, unreadable };
}
