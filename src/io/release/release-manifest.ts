import type { WrittenOutput } from '../../formats/folder-format.ts';
import { checkJson } from '../../text/check-json.ts';
import { version } from '../../version.ts';
import { manifestName } from '../manifest.ts';

/** A file of a release. */
export interface ReleasedFile extends WrittenOutput {
  /** Of a file of claims: its format, and the split and number of the claims in it. */
  readonly format?: string;
  readonly split?: string;
  readonly claims?: number;
}

/** Name of the file of hashes, which cannot name its own. */
export const checksumsName = 'checksums.sha256';

/** What a release says of itself: `manifest.json`, which `claimset diff` reads as that of a build. No time and no path of a machine. */
export interface ReleaseManifest {
  readonly name: string;
  readonly version: string;
  readonly files: readonly ReleasedFile[];
}

export function printReleaseManifest({ name, version: dataVersion, files }: ReleaseManifest): string {
  const manifest = {
    manifestVersion: 1,
    kind: 'release',
    name,
    version: dataVersion,
    tool: { name: 'claimset', version },
    files,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** A file as the manifest of a release names it. */
interface NamedFile {
  readonly path: string;
  /** Absent where the manifest does not say it. */
  readonly sha256?: string;
}

/** The files of a release; `undefined` for a text that is the manifest of none. */
export function parseReleaseManifest(
  text: string,
): { readonly files: readonly NamedFile[]; readonly about: readonly string[] } | undefined {
  const { json } = checkJson(text);
  const { kind, files } = (json ?? {}) as { kind?: unknown; files?: unknown };
  if (kind !== 'release' || !Array.isArray(files)) return undefined;
  const named = (files as unknown[]).flatMap((file): NamedFile[] => {
    const { path, sha256 } = (file ?? {}) as { path?: unknown; sha256?: unknown };
    if (typeof path !== 'string') return [];
    return [{ path, ...(typeof sha256 === 'string' && { sha256 }) }];
  });
  return { files: named, about: [manifestName, checksumsName] };
}
