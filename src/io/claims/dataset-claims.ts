import { join, relative } from 'node:path';
import { type Claim, type ClaimId, claimSchema } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { isPlainClaim } from '../../claims/is-plain-record.ts';
import { type UnlabelledClaim, unlabelledClaimSchema } from '../../claims/unlabelled-claim.ts';
import { applyEdits } from '../../diagnostic/apply-edits.ts';
import { ToolError } from '../../errors.ts';
import { checkJsonLine } from '../../text/check-json-line.ts';
import { readLines, type SourceLine } from '../../text/source-line.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { bufferTools } from '../buffer-tools.ts';
import { stampOf } from '../file-stamp.ts';
import { kindOfPath, readBytes, readText, withSlashes } from '../files.ts';
import { findFilesToCheck, kindOfRecordPath } from '../record-files.ts';
import { type FileChange, writeAllFiles } from '../write-all-files.ts';
import { type AggregatedGold, aggregationEdits } from './aggregation-edits.ts';
import { claimLine } from './claim-line.ts';
import { insertLine } from './insert-line.ts';
import { labelledFileOf } from './labelled-file.ts';

/** A claim of the dataset with where it stands. */
export type DatasetClaim = {
  /** From the folder of the claims, with `/`. */
  readonly file: string;
} & (
  | { readonly isLabelled: true; readonly record: Claim }
  | { readonly isLabelled: false; readonly record: UnlabelledClaim }
);

interface ClaimFile {
  readonly path: string;
  readonly kind: 'claim' | 'unlabelled';
  readonly stamp: string | undefined;
  readonly claims: readonly DatasetClaim[];
  /** Lines that are no claims: `claimset validate` tells of them. */
  readonly unreadable: number;
}

/**
 * The claims of a dataset folder, which are changed one at a time: each change is on the disk, whole, when its method returns, and touches no
 * other line. Of two claims with one id the first stands.
 */
export class DatasetClaims {
  readonly #folder: string;
  #files = new Map<string, ClaimFile>();
  #claims: readonly DatasetClaim[] = [];
  #byId = new Map<string, DatasetClaim>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reads the claims below a folder, which need not be there. @throws ToolError for files that cannot be read */
  static open(folder: string): DatasetClaims {
    const claims = new DatasetClaims(folder);
    claims.refresh();
    return claims;
  }

  /** In the order of files and lines. */
  all(): readonly DatasetClaim[] {
    return this.#claims;
  }

  /** Lines of claims files that are no claims. */
  get unreadable(): number {
    return [...this.#files.values()].reduce((sum, { unreadable }) => sum + unreadable, 0);
  }

  find(id: ClaimId): DatasetClaim | undefined {
    return this.#byId.get(claimIdKey(id));
  }

  /**
   * Reads again what others have changed; whether there was something.
   *
   * @throws ToolError where a file cannot be read, or the folder is not there any more: a disk that was taken out has not taken claims out
   */
  refresh(): boolean {
    const isExpected = this.#files.size > 0 || kindOfPath(this.#folder) === 'folder';
    const found = isExpected ? findClaimFiles(this.#folder) : [];
    const files = new Map<string, ClaimFile>();
    let changed = found.length !== this.#files.size;
    for (const { path, kind } of found) {
      const known = this.#files.get(path);
      const stamp = stampOf(path);
      if (known !== undefined && known.stamp === stamp) files.set(path, known);
      else {
        files.set(path, readClaimFile(this.#folder, path, kind, stamp));
        changed = true;
      }
    }
    if (!changed) return false;
    this.#files = files;
    this.#claims = [...files.values()].flatMap(({ claims }) => claims);
    this.#byId = new Map();
    for (const claim of this.#claims) {
      const key = claimIdKey(claim.record.id);
      if (!this.#byId.has(key)) this.#byId.set(key, claim);
    }
    return true;
  }

  /**
   * Gives a claim its label and evidence, with how they came about; whether something had to be changed. A claim without label moves from
   * `unlabelled/` to the file of the same name beside that folder.
   *
   * @throws ToolError UNKNOWN_CLAIM, and where the disk says no
   */
  writeGold(id: ClaimId, gold: AggregatedGold): boolean {
    const { claim, line, text, path } = this.#locate(id);
    const entry = createLineEntry(line, { kind: 'claim', form: undefined, fileEnd: line.end });
    const { edits } = aggregationEdits(entry, gold);
    if (edits.length === 0) return false;
    const edited = applyEdits(text, [edits]).text;
    if (claim.isLabelled) {
      this.#write([changeOf(path, text, edited)]);
      return true;
    }
    const length = line.text.length + edited.length - text.length;
    const target = join(this.#folder, labelledFileOf(claim.file));
    const there = textOf(target);
    const written = withoutMark(edited.slice(line.offset, line.offset + length));
    const moved = insertLine(there ?? '', claim.record.id, written);
    this.#write([changeOf(target, there, moved), changeOf(path, text, withoutLine(text, line))]);
    return true;
  }

  /**
   * Adds a claim to `file`, in its place by id; a file that is not there is made.
   *
   * @throws ToolError ID_TAKEN where there is a claim of this id, NO_CLAIMS_FILE as {@link mayHold} says, and where the disk says no
   */
  add(record: Claim | UnlabelledClaim, file: string): void {
    this.refresh();
    if (this.find(record.id) !== undefined)
      throw new ToolError(
        'ID_TAKEN',
        `There is a claim ${JSON.stringify(record.id)} already. Take another id.`,
      );
    const path = this.#pathFor(record, file);
    const before = textOf(path);
    this.#write([changeOf(path, before, insertLine(before ?? '', record.id, claimLine(record)))]);
  }

  /** Takes a claim out of its file. Gives back what it was, for {@link add}. @throws ToolError UNKNOWN_CLAIM, and where the disk says no */
  drop(id: ClaimId): DatasetClaim {
    const { claim, line, text, path } = this.#locate(id);
    this.#write([changeOf(path, text, withoutLine(text, line))]);
    return claim;
  }

  /**
   * Puts a record in the place of the claim of its id, into `file`; whether something had to be changed.
   *
   * @throws ToolError UNKNOWN_CLAIM, and where the disk says no
   */
  replace(record: Claim | UnlabelledClaim, file: string): boolean {
    const { claim, line, text, path } = this.#locate(record.id);
    const written = claimLine(record);
    if (claim.file === file) {
      if (withoutMark(line.text) === written) return false;
      const end = line.offset + line.text.length;
      this.#write([changeOf(path, text, text.slice(0, line.offset) + written + text.slice(end))]);
      return true;
    }
    const target = this.#pathFor(record, file);
    const there = textOf(target);
    const moved = insertLine(there ?? '', record.id, written);
    this.#write([changeOf(target, there, moved), changeOf(path, text, withoutLine(text, line))]);
    return true;
  }

  /** Whether a file is one of the claims' folder that is for such claims. Journals, which anybody may edit, name files. */
  mayHold(record: object, file: string): boolean {
    const kind = Object.hasOwn(record, 'label') ? 'claim' : 'unlabelled';
    return kindOfRecordPath(join(this.#folder, file), this.#folder) === kind;
  }

  /** @throws ToolError NO_CLAIMS_FILE for a file that may not hold the record */
  #pathFor(record: Claim | UnlabelledClaim, file: string): string {
    if (this.mayHold(record, file)) return join(this.#folder, file);
    throw new ToolError('NO_CLAIMS_FILE', `"${file}" is no file for claim ${JSON.stringify(record.id)}.`);
  }

  #locate(id: ClaimId) {
    this.refresh();
    const claim = this.find(id);
    if (claim !== undefined) {
      const path = join(this.#folder, claim.file);
      const text = readText(path);
      for (const line of readLines(path, [new TextEncoder().encode(text)], bufferTools)) {
        const found = claimOfLine(line, claim.isLabelled ? 'claim' : 'unlabelled');
        if (found !== undefined && claimIdKey(found.id) === claimIdKey(id))
          return { claim, line, text, path };
      }
    }
    throw new ToolError('UNKNOWN_CLAIM', `There is no claim ${JSON.stringify(id)} in the dataset any more.`);
  }

  #write(changes: readonly FileChange[]): void {
    writeAllFiles(changes);
    this.refresh();
  }
}

function findClaimFiles(folder: string): { readonly path: string; readonly kind: 'claim' | 'unlabelled' }[] {
  try {
    return findFilesToCheck([folder], folder).records.flatMap(({ path, kind }) =>
      kind === 'annotation' ? [] : [{ path, kind }],
    );
  } catch (error) {
    if (error instanceof ToolError && error.code === 'NO_CLAIMS') return [];
    throw error;
  }
}

function readClaimFile(
  folder: string,
  path: string,
  kind: ClaimFile['kind'],
  stamp: string | undefined,
): ClaimFile {
  const file = withSlashes(relative(folder, path));
  const claims: DatasetClaim[] = [];
  let unreadable = 0;
  for (const line of readLines(path, [readBytes(path)], bufferTools)) {
    if (line.text.trim() === '') continue;
    const record = claimOfLine(line, kind);
    if (record === undefined) unreadable += 1;
    else claims.push({ file, isLabelled: kind === 'claim', record } as DatasetClaim);
  }
  return { path, kind, stamp, claims, unreadable };
}

function claimOfLine(line: SourceLine, kind: ClaimFile['kind']): Claim | UnlabelledClaim | undefined {
  const { json, problems } = checkJsonLine(line);
  if (problems.length > 0) return undefined;
  const isPlain = kind === 'claim' && isPlainClaim(json);
  const schema = kind === 'claim' ? claimSchema : unlabelledClaimSchema;
  return isPlain || schema.safeParse(json).success ? (json as Claim) : undefined;
}

/** A line without the byte order mark of its file. */
function withoutMark(line: string): string {
  return line.replace(/^\uFEFF/, '');
}

/** @throws ToolError NOT_UTF8: what a change would do to bytes that are no text is not known */
function textOf(path: string): string | undefined {
  return kindOfPath(path) === 'file' ? readText(path) : undefined;
}

function changeOf(path: string, before: string | undefined, after: string): FileChange {
  const encoder = new TextEncoder();
  return {
    path,
    before: before === undefined ? undefined : encoder.encode(before),
    after: encoder.encode(after),
  };
}

/** A text without a line and its end. */
function withoutLine(text: string, { offset, text: line, end }: SourceLine): string {
  return text.slice(0, offset) + text.slice(offset + line.length + end.length);
}
