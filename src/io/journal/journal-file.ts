import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { lineFingerprint, noLine } from '../../claims/line-fingerprint.ts';
import { parseJournalRecord } from '../../claims/parse-journal-record.ts';
import { ToolError } from '../../errors.ts';
import { checkJsonLine } from '../../text/check-json-line.ts';
import { readLines } from '../../text/source-line.ts';
import { writeFileAtomic } from '../atomic-write.ts';
import { bufferTools } from '../buffer-tools.ts';
import { stampOf, stampOfOpen } from '../file-stamp.ts';
import { fileError, kindOfPath, readBytes } from '../files.ts';
import { sha256 } from '../sha256.ts';

/** A record without what the journal gives it. */
export type NewJournalRecord = JournalRecord extends infer Record
  ? Record extends JournalRecord
    ? Omit<Record, 'seq' | 'prev'>
    : never
  : never;

/** Something that was found in a journal as it was read. */
export interface JournalProblem {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /**
   * `torn`: the last line is cut off; as long as nothing was to be written behind it, another program may just be writing it. `chain`: a line does not follow the one before. `unreadable`: no
   * record.
   */
  readonly kind: 'torn' | 'chain' | 'unreadable';
  readonly message: string;
}

/** How often lines are tried to be written to a file that others change at that moment. */
const mostTries = 5;

/**
 * One journal on disk, which only grows. What was appended is on the disk when `append` returns; where it throws, nothing of it is. Lines of
 * others, by hand or by git, are read before the next line is written.
 */
export class JournalFile {
  readonly path: string;
  /** Where the ends of torn lines are kept. */
  readonly #tornFolder: string;
  #records: JournalRecord[] = [];
  #problems: JournalProblem[] = [];
  /** By device and number. */
  readonly #sent = new Map<string, JournalRecord>();
  #stamp: string | undefined;
  #sizeBytes = 0;
  #lastLine = noLine;
  #seq = 0;
  /** What must stand before the next line: a line end that the last line lacks. */
  #gap = '';
  /** The last line and its bytes, where it was cut off. */
  #torn: { readonly line: number; readonly bytes: Uint8Array } | undefined;

  constructor(path: string, tornFolder: string) {
    this.path = path;
    this.#tornFolder = tornFolder;
    this.#read();
  }

  /** In the order of the lines. */
  get records(): readonly JournalRecord[] {
    return this.#records;
  }

  get problems(): readonly JournalProblem[] {
    return this.#problems;
  }

  /** Whether a line came from this number of this device. */
  has(device: string, number: number): boolean {
    return this.find(device, number) !== undefined;
  }

  /** The line that came from this number of this device. */
  find(device: string, number: number): JournalRecord | undefined {
    return this.#sent.get(`${device} ${number}`);
  }

  /** Reads the file again if somebody else has changed it; whether it was changed. @throws ToolError */
  refresh(): boolean {
    if (stampOf(this.path) === this.#stamp) return false;
    this.#read();
    return true;
  }

  /**
   * Adds lines. Gives back the records as they stand in the journal.
   *
   * @throws ToolError where the disk says no; the file is then as it was
   */
  append(records: readonly NewJournalRecord[]): readonly JournalRecord[] {
    for (let tries = 0; tries < mostTries; tries++) {
      this.refresh();
      this.repair();
      const lines = this.#chained(records);
      const text = this.#gap + lines.map((line) => `${line.text}\n`).join('');
      if (!this.#write(Buffer.from(text, 'utf8'))) continue;
      const last = lines.at(-1)?.text;
      if (last !== undefined) [this.#lastLine, this.#gap] = [lineFingerprint(last), ''];
      for (const { record } of lines) this.#take(record);
      return lines.map(({ record }) => record);
    }
    throw new ToolError('FILE_CHANGED', `"${this.path}" is being changed by another program. Try again.`);
  }

  #chained(
    records: readonly NewJournalRecord[],
  ): { readonly record: JournalRecord; readonly text: string }[] {
    let [prev, seq] = [this.#lastLine, this.#seq];
    return records.map((given) => {
      seq += 1;
      const record = { ...given, seq, prev } as JournalRecord;
      const text = JSON.stringify(record);
      prev = lineFingerprint(text);
      return { record, text };
    });
  }

  /** Whether the bytes stand behind what was read, in the file that has the path now. @throws ToolError */
  #write(bytes: Buffer): boolean {
    const isNew = this.#stamp === undefined;
    let file: number | undefined;
    try {
      if (isNew) mkdirSync(dirname(this.path), { recursive: true });
      file = openSync(this.path, isNew ? 'ax' : 'a');
      if (!isNew && stampOfOpen(file) !== this.#stamp) {
        closeSync(file);
        return false;
      }
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
      const written = stampOfOpen(file);
      closeSync(file);
      file = undefined;
      if (isNew) syncFolder(dirname(this.path));
      // Git or an editor may have put another file into its place, which does not have the lines.
      if (fileOf(stampOf(this.path)) !== fileOf(written)) return false;
      this.#sizeBytes += bytes.length;
      // What another program has added between is read the next time.
      this.#stamp = sizeOf(written) === this.#sizeBytes ? written : 'unknown';
      return true;
    } catch (cause) {
      // Half a line would be taken for torn, and a whole one for said, though nobody was told so.
      if (file !== undefined) this.#takeBack(file);
      throw fileError(this.path, cause);
    }
  }

  #takeBack(file: number): void {
    try {
      ftruncateSync(file, this.#sizeBytes);
      fsyncSync(file);
    } catch {
      // The disk refuses everything: what is left of the line is seen to when the file is read again.
    } finally {
      closeSync(file);
      this.#stamp = 'unknown';
    }
  }

  #read(): void {
    this.#records = [];
    this.#problems = [];
    this.#sent.clear();
    [this.#lastLine, this.#seq, this.#gap, this.#sizeBytes, this.#torn] = [noLine, 0, '', 0, undefined];
    this.#stamp = stampOf(this.path);
    if (this.#stamp === undefined) return;
    const bytes = readBytes(this.path);
    this.#sizeBytes = bytes.length;
    let isChained = false;
    for (const line of readLines(basename(this.path), [bytes], bufferTools)) {
      if (line.text.trim() === '') continue;
      const { json, problems } = checkJsonLine(line);
      if (line.end === '' && json === undefined) {
        this.#torn = { line: line.number, bytes: bytes.subarray(bytes.lastIndexOf(0x0a) + 1) };
        this.#note('torn', line.number, 'is cut off, or another program is just writing it');
        return;
      }
      const record = problems.length > 0 ? undefined : parseJournalRecord(json);
      const { prev } = record ?? {};
      if (record === undefined) this.#note('unreadable', line.number, 'is no record of a journal');
      else if (prev === undefined ? isChained : prev !== this.#lastLine) {
        this.#note(
          'chain',
          line.number,
          'does not follow the line before it: a line was changed, lost or put in between',
        );
      }
      isChained ||= prev !== undefined;
      // A return at the end is half of a Windows line end, which the next line completes.
      this.#lastLine = lineFingerprint(line.end === '' ? line.text.replace(/\r$/, '') : line.text);
      this.#gap = line.end === '' ? '\n' : '';
      if (record !== undefined) this.#take(record);
    }
  }

  #take(record: JournalRecord): void {
    this.#records.push(record);
    this.#seq = Math.max(this.#seq, record.seq ?? 0);
    if (record.device !== undefined && record.number !== undefined)
      this.#sent.set(`${record.device} ${record.number}`, record);
  }

  /**
   * Takes out a last line that was cut off as it was written: nobody was told that it was saved. Its bytes are kept. Not for a file that
   * another program may be writing at this moment.
   *
   * @throws ToolError where the disk says no
   */
  repair(): void {
    if (this.#torn === undefined) return;
    const { line, bytes: torn } = this.#torn;
    const end = this.#sizeBytes - torn.length;
    const name = `${basename(this.path, '.jsonl')}-line-${line}-${sha256(torn).slice(0, 8)}.txt`;
    const kept = join(this.#tornFolder, name);
    if (kindOfPath(kept) === undefined) writeFileAtomic(kept, [torn]);
    writeFileAtomic(this.path, [readBytes(this.path).subarray(0, end)]);
    this.#problems = this.#problems.filter(({ kind }) => kind !== 'torn');
    this.#torn = undefined;
    this.#note('torn', line, `was cut off, and was taken out; its ${torn.length} bytes are in "${kept}"`);
    this.#sizeBytes = end;
    this.#stamp = stampOf(this.path);
  }

  #note(kind: JournalProblem['kind'], line: number, message: string): void {
    this.#problems.push({ path: this.path, line, kind, message });
  }
}

/** Which file a stamp is of, by its numbers. */
function fileOf(stamp: string | undefined): string | undefined {
  return stamp?.split(' ', 2).join(' ');
}

function sizeOf(stamp: string): number {
  return Number(stamp.split(' ')[2]);
}

/** A file that was just made is only there after a crash when its folder was written too. */
function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, 'r');
    fsyncSync(folder);
  } catch {
    // Windows opens no folders, and writes their entries itself.
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}
