import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { ToolError, UsageError } from '../../errors.ts';
import { toNfc } from '../../text/normalise.ts';
import { fileError, findFiles, kindOfPath } from '../files.ts';
import { kindOfRecordPath } from '../record-files.ts';
import { JournalFile, type JournalProblem, type NewJournalRecord } from './journal-file.ts';

/** The journals of a dataset folder: what every annotator has said and done. */
export class AnnotationJournals {
  readonly #claims: string;
  readonly #tornFolder: string;
  readonly #files = new Map<string, JournalFile>();

  private constructor(claims: string, tornFolder: string) {
    this.#claims = claims;
    this.#tornFolder = tornFolder;
  }

  /**
   * Reads all journals, files in order of their paths, and takes out what was cut off at their ends.
   *
   * @param claims the folder of the claims
   * @param tornFolder where the ends of torn lines are kept
   * @throws ToolError for files that cannot be read
   */
  static open(claims: string, tornFolder: string): AnnotationJournals {
    const journals = new AnnotationJournals(claims, tornFolder);
    journals.refresh();
    for (const file of journals.#files.values()) file.repair();
    return journals;
  }

  /** What was found to be wrong with them when they were read last. */
  get problems(): readonly JournalProblem[] {
    return this.#sorted().flatMap(({ problems }) => problems);
  }

  /** All lines in the order of files and lines. */
  *records(): Generator<JournalRecord> {
    for (const { records } of this.#sorted()) yield* records;
  }

  /** The lines of an annotator's journal, in their order. */
  recordsOf(annotator: string): readonly JournalRecord[] {
    return this.#files.get(this.pathOf(annotator))?.records ?? [];
  }

  /** Whether an annotator's journal has the line of this number of this device. */
  has(annotator: string, device: string, number: number): boolean {
    return this.find(annotator, device, number) !== undefined;
  }

  /** The line of this number of this device in an annotator's journal. */
  find(annotator: string, device: string, number: number): JournalRecord | undefined {
    return this.#files.get(this.pathOf(annotator))?.find(device, number);
  }

  /**
   * Adds lines to an annotator's journal; they are on the disk when it returns.
   *
   * @throws ToolError LINKED for a journal that is a link, and where the disk says no; nothing is written then
   * @throws UsageError for a name that no file can have
   */
  append(annotator: string, records: readonly NewJournalRecord[]): readonly JournalRecord[] {
    const path = this.pathOf(annotator);
    refuseLink(path);
    let file = this.#files.get(path);
    if (file === undefined) {
      file = new JournalFile(path, this.#tornFolder);
      this.#files.set(path, file);
    }
    return file.append(records);
  }

  /** Reads again what others have changed, added or removed; whether there was something. @throws ToolError */
  refresh(): boolean {
    refuseLink(join(this.#claims, 'annotations'));
    let changed = false;
    const found = kindOfPath(this.#claims) === 'folder' ? findFiles(this.#claims, '.jsonl') : [];
    const paths = new Set(found.filter((path) => kindOfRecordPath(path, this.#claims) === 'annotation'));
    for (const path of this.#files.keys()) {
      if (paths.has(path)) continue;
      this.#files.delete(path);
      changed = true;
    }
    for (const path of paths) {
      const file = this.#files.get(path);
      if (file === undefined) this.#files.set(path, new JournalFile(path, this.#tornFolder));
      changed = (file === undefined ? true : file.refresh()) || changed;
    }
    return changed;
  }

  /** The journal of an annotator. @throws UsageError for a name that no file can have */
  pathOf(annotator: string): string {
    if (!isAnnotatorName(annotator)) {
      throw new UsageError(
        `"${annotator}" cannot be the name of an annotator: letters, digits, ".", "_" and "-", at most 64, beginning with a letter or digit.`,
      );
    }
    return join(this.#claims, 'annotations', `${toNfc(annotator)}.jsonl`);
  }

  #sorted(): JournalFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/**
 * What is written through a link is outside the dataset, and where it leads to a folder, not found again.
 *
 * @throws ToolError LINKED, and where it cannot be told
 */
function refuseLink(path: string): void {
  let isLink: boolean;
  try {
    isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch (cause) {
    throw fileError(path, cause);
  }
  if (isLink) {
    throw new ToolError(
      'LINKED',
      `"${path}" is a link to elsewhere. Put what it leads to in its place: journals are part of the dataset.`,
    );
  }
}

/** Whether a journal may have this name: it is also that of a file. */
export function isAnnotatorName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,63}$/u.test(name) && !name.endsWith('.');
}
