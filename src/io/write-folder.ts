import { join } from 'node:path';
import { ToolError } from '../errors.ts';
import type { FolderContents, FolderFormat, SplitDataset, WrittenOutput } from '../formats/folder-format.ts';
import type { FormatContext } from '../formats/format.ts';
import { keptClaims } from '../formats/loss.ts';
import { checkJson } from '../text/check-json.ts';
import { decodeLossless } from '../text/decode-utf8.ts';
import { isObject } from '../text/is-object.ts';
import { version } from '../version.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { compareClaims } from './export-claims.ts';
import { findFiles, kindOfPath, readBytes, shownPath } from './files.ts';
import { findChangedFile } from './find-changed-file.ts';
import { manifestName } from './manifest.ts';
import { openOutputFolder } from './output-folder.ts';
import { sha256 } from './sha256.ts';

/**
 * Writes a dataset as a folder: the files of the format, those that tell about them, and last a manifest, without which the folder is not
 * complete. Files of an earlier export that are no longer written are removed; files that claimset did not write are kept.
 *
 * @returns what was written in order, without the manifest
 * @throws ToolError OUTPUT_IN_USE where the folder holds what claimset did not write, see {@link openOutputFolder}, and, without `force`,
 * where a file was changed since.
 */
export function writeFolder(
  format: FolderFormat,
  dataset: SplitDataset,
  folder: string,
  context: FormatContext,
  { force = false }: { readonly force?: boolean | undefined } = {},
): WrittenOutput[] {
  const files = [...format.files(dataset, context)];
  const about = [...(format.filesAbout?.(dataset, [], context) ?? [])];
  refuseOther(format, folder, force);
  const output = openOutputFolder(
    folder,
    [...files, ...about].map(({ path }) => path),
  );
  const written: WrittenOutput[] = [];
  for (const { path, pieces } of files) {
    written.push({ ...writeFileAtomic(join(folder, path), pieces), path });
  }
  const described = [...written];
  for (const { path, pieces } of format.filesAbout?.(dataset, described, context) ?? []) {
    written.push({ ...writeFileAtomic(join(folder, path), pieces), path });
  }
  writeFileAtomic(join(folder, manifestName), [printFolderManifest(format, dataset, written)]);
  output.finish();
  return written;
}

/** A folder of another format, or of `claimset build`, is claimset's own too, but nobody means to lose it. */
function refuseOther({ id }: FolderFormat, folder: string, force: boolean): void {
  const path = join(folder, manifestName);
  if (kindOfPath(path) !== 'file') return;
  const manifest = checkJson(decodeLossless(readBytes(path)).text).json;
  if (!isObject(manifest)) return;
  if (manifest.format === id) {
    const changed = force ? undefined : findChangedFile(folder, filesOf(manifest));
    if (changed === undefined) return;
    throw new ToolError(
      'OUTPUT_IN_USE',
      `"${folder}" holds "${changed}", which was changed after it was written. Name another folder with --output, or replace it with --force.`,
    );
  }
  const what = typeof manifest.format === 'string' ? `an export as ${manifest.format}` : 'another output';
  throw new ToolError('OUTPUT_IN_USE', `"${folder}" holds ${what}. Name another folder with --output.`);
}

/** The files that a manifest names, with their hashes. */
function filesOf({ files }: Readonly<Record<string, unknown>>): { path: string; sha256: string }[] {
  return Array.isArray(files)
    ? files.flatMap((file: unknown) =>
        isObject(file) && typeof file.path === 'string' && typeof file.sha256 === 'string'
          ? [{ path: file.path, sha256: file.sha256 }]
          : [],
      )
    : [];
}

/** What was written, with hashes; no time and no path of a machine. */
function printFolderManifest(
  { id }: FolderFormat,
  { config }: SplitDataset,
  files: readonly WrittenOutput[],
): string {
  const manifest = {
    manifestVersion: 1,
    name: config.name,
    version: config.version,
    tool: { name: 'claimset', version },
    format: id,
    files: files.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Problems of a split that are told; what else is wrong is likely the same. */
const maxProblems = 5;

/**
 * Reads a written folder back and compares it: each file by its SHA-256 with what was written; if these are equal, each split claim by
 * claim with what the format can say of the dataset, and whatever else the format knows to check. What differs or is missing, in
 * words; nothing where all is well.
 *
 * @param written what `writeFolder` gave back
 */
export async function verifyFolder(
  format: FolderFormat,
  dataset: SplitDataset,
  folder: string,
  context: FormatContext,
  written: readonly WrittenOutput[],
): Promise<string[]> {
  const paths = findFiles(folder, '')
    .map((path) => shownPath(path, folder))
    .filter((path) => path !== manifestName);
  const problems = written.flatMap(({ path, sha256: hash }) => {
    if (!paths.includes(path)) return [`${path}: it is missing`];
    return sha256(readBytes(join(folder, path))) === hash ? [] : [`${path}: it is not what was written`];
  });
  // Files that are not what was written are not read: no reader must stand whatever bytes there are.
  if (problems.length > 0) return problems;
  const contents = await format.read({ paths, bytes: (path) => readBytes(join(folder, path)) }, context);
  return [...contents.problems, ...compareSplits(format, dataset, contents, context)];
}

/** What differs between the splits of a dataset, without what the format loses, and those that were read. */
function compareSplits(
  { losses }: FolderFormat,
  { splits }: SplitDataset,
  found: FolderContents,
  context: FormatContext,
): string[] {
  const problems: string[] = [];
  for (const name of found.splits.keys()) {
    if (!splits.has(name)) problems.push(`split ${name}: the dataset has no such split`);
  }
  for (const [name, claims] of splits) {
    const expected = [...keptClaims(losses, claims, context)];
    const back = found.splits.get(name);
    if (back === undefined) {
      if (expected.length > 0) problems.push(`split ${name}: it is missing`);
      continue;
    }
    const different = [...compareClaims(back, expected)].slice(0, maxProblems);
    problems.push(...different.map((problem) => `split ${name}: ${problem}`));
  }
  return problems;
}
