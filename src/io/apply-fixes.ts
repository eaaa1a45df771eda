import { renewChain } from '../claims/renew-chain.ts';
import { applyEdits } from '../diagnostic/apply-edits.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { ToolError } from '../errors.ts';
import { decodeLossless, encodeUtf8 } from '../text/decode-utf8.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { followLinks, readBytes } from './files.ts';
import { sha256 } from './sha256.ts';

/** A file as it was when it was checked. */
export interface FixableFile {
  readonly path: string;
  /** Of the bytes that the findings are about, in hexadecimal. */
  readonly sha256: string;
}

/** A file that fixes change. Nothing else in it changes by a byte. */
export interface FixedFile {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Files that fixes change, by their paths. */
export type FixedFiles = ReadonlyMap<string, FixedFile>;

/** What one round of fixes has done. */
export interface FixRound {
  readonly files: FixedFiles;
  /** Number of findings that were mended in this round. */
  readonly made: number;
}

/**
 * Makes the safe fixes of the findings, without writing. A file with bytes that are not UTF-8 is left alone; fixes that overlap wait
 * for another round.
 *
 * @param earlier what earlier rounds have done; the findings are about files with that
 * @param fileOf the file of a finding's `place.file`; `undefined` where it cannot be written, such as standard input
 * @throws ToolError FILE_CHANGED where a file is not the one that the findings are about.
 */
export function applyFixes(
  diagnostics: readonly Diagnostic[],
  fileOf: (file: string) => FixableFile | undefined,
  earlier: FixedFiles,
): FixRound {
  const files = new Map(earlier);
  let made = 0;
  for (const [name, fixable] of groupByFile(diagnostics)) {
    const found = fileOf(name);
    if (found === undefined) continue;
    const { path } = found;
    const known = earlier.get(path);
    const bytes = known?.after ?? readBytes(path);
    if (sha256(bytes) !== found.sha256) throw changedMeanwhile(path);
    const { text, invalidBytes } = decodeLossless(bytes);
    if (invalidBytes.length > 0) continue;
    const edited = applyEdits(
      text,
      fixable.map(({ fix }) => fix ?? []),
    );
    if (edited.text === text) continue;
    const after = encodeUtf8({ text: renewChain(text, edited.text), invalidBytes });
    files.set(path, { path, before: known?.before ?? bytes, after });
    made += edited.applied;
  }
  return { files, made };
}

/** Writes fixed files, each whole or not at all. @throws ToolError FILE_CHANGED, before anything is written. */
export function writeFixedFiles(files: FixedFiles): void {
  for (const { path, before } of files.values()) {
    if (!Buffer.from(before).equals(readBytes(path))) throw changedMeanwhile(path);
  }
  for (const { path, after } of files.values()) writeFileAtomic(followLinks(path), [after]);
}

function changedMeanwhile(path: string): ToolError {
  return new ToolError(
    'FILE_CHANGED',
    `"${path}" was changed while it was checked. Nothing was fixed: run again.`,
  );
}

function groupByFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.fix === undefined) continue;
    const same = byFile.get(diagnostic.place.file);
    if (same === undefined) byFile.set(diagnostic.place.file, [diagnostic]);
    else same.push(diagnostic);
  }
  return byFile;
}
