import { shownPath } from '../../io/files.ts';
import { openRecordBytes } from '../../io/open-record-bytes.ts';
import { openRecordFile, type RecordPath, type RecordReader } from '../../io/record-files.ts';
import type { CommandIo } from '../command-io.ts';
import type { DatasetRequest } from './dataset-request.ts';

/** A record file of the disk, or as fixes have changed it in this run. */
export function openSource(
  file: RecordPath,
  { edited, stdinName, isOnlyReported }: DatasetRequest,
  { cwd }: CommandIo,
): RecordReader {
  const bytes = edited?.get(file.path);
  return bytes === undefined
    ? openRecordFile(file, cwd, { stdinName, isHashed: isOnlyReported !== true })
    : openRecordBytes(shownPath(file.path, cwd), bytes);
}
