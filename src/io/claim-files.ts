import { join } from 'node:path';
import type { ClaimId } from '../claims/claim.ts';
import { ToolError, UsageError } from '../errors.ts';
import type { ReadableFormat } from '../formats/format.ts';
import { findReadableFormat, readableFormats } from '../formats/index.ts';
import { parseSplitLock } from '../split/split-lock.ts';
import { fileError, findFiles, isStream, kindOfPath, readText } from './files.ts';
import { configName, loadConfig } from './load-config.ts';
import { manifestName } from './manifest.ts';
import { readHead } from './open-read-source.ts';
import { findFilesToCheck } from './record-files.ts';

/** How files of claims are found. */
export interface VersionRequest {
  /** The format of claim files; recognised by default. */
  readonly format?: string | undefined;
  /** What findings call a file. */
  readonly nameOf: (path: string) => string;
  /** Name of the lock file in a dataset folder. */
  readonly lockName: string;
}

/** A file of claims. */
export interface ClaimFile {
  readonly path: string;
  readonly format: ReadableFormat;
  /** The split that all of its claims are in. */
  readonly split?: string;
}

/** The files of a version of a dataset. */
export interface ClaimFiles {
  readonly files: readonly ClaimFile[];
  /** Of the data: MAJOR.MINOR.PATCH; `undefined` where nothing says. */
  readonly version: string | undefined;
  /** The splits of a dataset folder's lock, which go before those that claims name; none where there is no lock. */
  readonly lock: ReadonlyMap<ClaimId, string> | undefined;
}

/**
 * The files of claims that a path holds: the file itself (`-` for standard input), those of a dataset folder, of what a build or a
 * release wrote, or of a folder of claim files.
 *
 * @throws ToolError FILE_NOT_FOUND, NO_CLAIMS, MANIFEST_INVALID, and as `loadConfig` and `parseSplitLock`.
 * @throws UsageError where nothing tells the format
 */
export async function findClaimFiles(path: string, request: VersionRequest): Promise<ClaimFiles> {
  const kind = isStream(path) ? 'file' : kindOfPath(path);
  if (kind === undefined)
    throw fileError(request.nameOf(path), Object.assign(new Error(), { code: 'ENOENT' }));
  if (kind === 'file') return { files: [claimFile(path, request)], version: undefined, lock: undefined };
  if (kindOfPath(join(path, configName)) === 'file') return filesOfDataset(path, request);
  if (kindOfPath(join(path, manifestName)) === 'file') return filesOfBuild(path, request);
  // A dataset folder needs no settings.
  const claims = join(path, 'claims');
  const folder =
    kindOfPath(claims) === 'folder' && kindOfPath(join(path, 'corpus')) === 'folder' ? claims : path;
  const files = filesBelow(folder, request);
  if (files.length === 0) {
    throw new ToolError('NO_CLAIMS', `There are no files of claims (.jsonl) in "${request.nameOf(path)}".`);
  }
  return { files, version: undefined, lock: lockOf(path, request) };
}

async function filesOfDataset(folder: string, request: VersionRequest): Promise<ClaimFiles> {
  const config = await loadConfig(folder);
  const claims = join(folder, config.claims);
  const files = kindOfPath(claims) === 'folder' ? filesBelow(claims, request) : [];
  return { files, version: config.version, lock: lockOf(folder, request) };
}

/** The part of a manifest that says where the claims are. */
interface BuildManifest {
  readonly version?: unknown;
  readonly files?: unknown;
}

/** Only below the folder: the manifest may be anybody's. */
const pathInside = /^(?!(?:.*\/)?\.\.(?:\/|$))[^/\\:][^\\:]*$/;

function filesOfBuild(folder: string, request: VersionRequest): ClaimFiles {
  const path = join(folder, manifestName);
  const invalid = (): ToolError =>
    new ToolError(
      'MANIFEST_INVALID',
      `"${request.nameOf(path)}" is not a manifest of claimset. Name the files of claims themselves.`,
    );
  let manifest: BuildManifest | null;
  try {
    manifest = JSON.parse(readText(path)) as BuildManifest | null;
  } catch (cause) {
    if (cause instanceof ToolError) throw cause;
    throw invalid();
  }
  if (!Array.isArray(manifest?.files)) throw invalid();
  const format = findReadableFormat('jsonl');
  const files = (manifest.files as unknown[]).flatMap((file): ClaimFile[] => {
    const { path: inside, format: id, split } = (file ?? {}) as Record<string, unknown>;
    if (id !== format.id || typeof inside !== 'string' || !pathInside.test(inside)) return [];
    return [{ path: join(folder, inside), format, ...(typeof split === 'string' && { split }) }];
  });
  if (files.length === 0) {
    throw new ToolError(
      'NO_CLAIMS',
      `"${request.nameOf(folder)}" holds no claims in claimset's own format. Build it with "jsonl" among export.formats, or name its files of claims.`,
    );
  }
  const { version } = manifest;
  const isVersion = typeof version === 'string' && /^\d+\.\d+\.\d+$/.test(version);
  return { files, version: isVersion ? version : undefined, lock: undefined };
}

function filesBelow(folder: string, request: VersionRequest): ClaimFile[] {
  if (findFiles(folder, '.jsonl').length === 0) return [];
  return findFilesToCheck([folder], folder)
    .records.filter(({ kind }) => kind === 'claim')
    .map(({ path }) => claimFile(path, request));
}

function claimFile(path: string, { format, nameOf }: VersionRequest): ClaimFile {
  if (format !== undefined) return { path, format: findReadableFormat(format) };
  const sayFormat = 'Say which format it has, such as fever: --help names the option.';
  if (isStream(path))
    throw new UsageError(
      `"${nameOf(path)}" can be read only once, and is not looked at before. ${sayFormat}`,
    );
  const head = readHead(path);
  const sniffed = readableFormats.filter(({ sniff }) => sniff(head));
  const own = sniffed.find(({ id }) => id === 'jsonl') ?? sniffed[0];
  if (own !== undefined) return { path, format: own };
  // Of claimset's own, findings say what is wrong.
  if (path.endsWith('.jsonl')) return { path, format: findReadableFormat('jsonl') };
  throw new UsageError(`Nobody can tell what "${nameOf(path)}" is. ${sayFormat}`);
}

/** The splits of a dataset folder's lock; none where there is no lock. */
function lockOf(folder: string, { lockName }: VersionRequest): ReadonlyMap<ClaimId, string> | undefined {
  const path = join(folder, lockName);
  return kindOfPath(path) === 'file' ? parseSplitLock(readText(path)).splits : undefined;
}
