import { join } from 'node:path';
import type { FolderFormat, SplitDataset, WrittenOutput } from '../../formats/folder-format.ts';
import { findFolderFormat } from '../../formats/folders/index.ts';
import type { FormatContext, WritableFormat } from '../../formats/format.ts';
import { findWritableFormat } from '../../formats/index.ts';
import { writeFileAtomic } from '../atomic-write.ts';
import { keptBy, verifyExport } from '../export-claims.ts';
import { findFiles, readBytes, readText, shownPath } from '../files.ts';
import { manifestName } from '../manifest.ts';
import { sha256 } from '../sha256.ts';
import { verifyFolder, writeFolder } from '../write-folder.ts';
import { parseChecksums, printChecksums } from './checksums.ts';
import type { ReleasedFormat } from './release-facts.ts';
import { checksumsName, printReleaseManifest, type ReleasedFile } from './release-manifest.ts';

/** Formats with one file a split, by their folder. The native one is what `claimset diff` compares. */
const fileFormats = [
  ['claims', 'jsonl'],
  ['fever', 'fever'],
  ['feverous', 'feverous'],
] as const;
/** Formats that are folders. */
const folderFormats = ['huggingface', 'beir'] as const;

/** The data of a release, written. */
export interface WrittenData {
  readonly files: readonly ReleasedFile[];
  readonly formats: readonly ReleasedFormat[];
  /** What differs from the dataset where the files were read back. */
  readonly problems: readonly string[];
}

/** Writes the claims in all formats of a release into a new folder, and reads them back. */
export async function writeReleaseData(
  folder: string,
  dataset: SplitDataset,
  context: FormatContext,
): Promise<WrittenData> {
  const files: ReleasedFile[] = [];
  const formats: ReleasedFormat[] = [];
  const problems: string[] = [];
  const all = [...dataset.splits.values()].flat();
  for (const [name, id] of fileFormats) {
    const format = findWritableFormat(id);
    for (const [split, claims] of dataset.splits) {
      // Between two files an interruption gets through.
      await new Promise((resume) => setImmediate(resume));
      const path = `${name}/${split}.${format.extensions[0]}`;
      const written = writeFileAtomic(join(folder, path), format.write(claims, context));
      const kept = keptBy(format, claims, context);
      files.push({ ...written, path, format: id, split, claims: kept.claims.length });
      const found = verifyExport(join(folder, path), format, claims, context);
      problems.push(...found.map((problem) => `${path}: ${problem}`));
    }
    formats.push(describe(format, `${name}/`, all, context));
  }
  for (const id of folderFormats) {
    await new Promise((resume) => setImmediate(resume));
    const format = findFolderFormat(id);
    const target = join(folder, id);
    const written = writeFolder(format, dataset, target, context);
    const inner = (path: string): string => `${id}/${path}`;
    for (const file of [...written, manifestOf(target)]) files.push({ ...file, path: inner(file.path) });
    const found = await verifyFolder(format, dataset, target, context, written);
    problems.push(...found.map(inner));
    formats.push(describe(format, `${id}/`, all, context));
  }
  return { files, formats, problems };
}

function manifestOf(folder: string): WrittenOutput {
  const bytes = readBytes(join(folder, manifestName));
  return { path: manifestName, bytes: bytes.length, sha256: sha256(bytes) };
}

function describe(
  format: WritableFormat | FolderFormat,
  path: string,
  claims: Parameters<typeof keptBy>[1] & { readonly length: number },
  context: FormatContext,
): ReleasedFormat {
  const kept = keptBy(format, claims, context);
  return {
    title: format.title,
    path,
    claims: kept.claims.length,
    of: claims.length,
    losses: format.losses.flatMap(({ id, description }) => {
      const count = kept.losses[id];
      return count === undefined ? [] : [{ id, description, claims: count }];
    }),
  };
}

/**
 * Finishes a release: its manifest and the hashes of all its files, which are then read back. What is wrong, in words.
 */
export function finishRelease(
  folder: string,
  { name, version }: SplitDataset['config'],
  files: readonly ReleasedFile[],
): string[] {
  const manifest = printReleaseManifest({ name, version, files });
  const written = { ...writeFileAtomic(join(folder, manifestName), [manifest]), path: manifestName };
  writeFileAtomic(join(folder, checksumsName), [printChecksums([...files, written])]);
  const named = parseChecksums(readText(join(folder, checksumsName)));
  const problems = named.flatMap(({ path, sha256: hash }) =>
    sha256(readBytes(join(folder, path))) === hash
      ? []
      : [`${path}: its SHA-256 is not that of ${checksumsName}`],
  );
  const known = new Set([...named.map(({ path }) => path), checksumsName]);
  const unnamed = findFiles(folder, '')
    .map((path) => shownPath(path, folder))
    .filter((path) => !known.has(path));
  return [...problems, ...unnamed.map((path) => `${path}: ${checksumsName} does not name it`)];
}
