import type { JournalRecord } from '../../claims/journal-event.ts';
import type { RecordPath } from '../../io/record-files.ts';
import type { SourceLine } from '../../text/source-line.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { journalRecordOf } from '../../validate/record-of.ts';
import type { CommandIo } from '../command-io.ts';
import { openSource } from './open-source.ts';

/** A line of a journal that is not blank. */
export interface JournalLine {
  readonly line: SourceLine;
  /** `undefined` where the line is neither answer nor event. */
  readonly record: JournalRecord | undefined;
}

/** The lines of a journal, and what messages call it. Nothing is changed, not even a line that was cut off. @throws ToolError as for reading files */
export function readJournalLines(
  file: RecordPath,
  io: CommandIo,
): { readonly name: string; readonly lines: Iterable<JournalLine> } {
  const { name, lines } = openSource(file, { isOnlyReported: true }, io);
  return { name, lines: recordsOf(lines) };
}

function* recordsOf(lines: Iterable<SourceLine>): Generator<JournalLine> {
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const entry = createLineEntry(line, { kind: 'annotation', form: undefined, fileEnd: line.end });
    yield { line, record: journalRecordOf(entry) };
  }
}
