import { join } from 'node:path';
import type { OpenClaim } from '../claims/open-claim.ts';
import type { FormatContext, WritableFormat } from '../formats/format.ts';
import { verifyExport } from './export-claims.ts';
import { readBytes } from './files.ts';
import { type Manifest, manifestName, printManifest } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** What a dataset folder is compared with. */
export interface ExpectedDataset {
  readonly manifest: Manifest;
  /** The claims of a split, in the order in which they were written in a format. */
  readonly claimsOf: (split: string, format: WritableFormat) => readonly OpenClaim[];
  readonly formatOf: (id: string) => WritableFormat;
  readonly context: FormatContext;
}

/**
 * Reads everything in a dataset folder back and compares it: the manifest by its bytes, each file by its SHA-256 and, claim by
 * claim, with what its format can say. What differs, in words with the file first; nothing where all is well.
 */
export function verifyDataset(
  folder: string,
  { manifest, claimsOf, formatOf, context }: ExpectedDataset,
): string[] {
  const found = Buffer.from(readBytes(join(folder, manifestName))).toString('utf8');
  const problems = found === printManifest(manifest) ? [] : [`${manifestName}: it is not what was written`];
  for (const { path, format, split, sha256: written } of manifest.files) {
    const target = join(folder, path);
    if (sha256(readBytes(target)) !== written)
      problems.push(`${path}: its SHA-256 is not that of the manifest`);
    for (const problem of verifyExport(
      target,
      formatOf(format),
      claimsOf(split, formatOf(format)),
      context,
    )) {
      problems.push(`${path}: ${problem}`);
    }
  }
  return problems;
}
