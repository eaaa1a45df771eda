import { join } from 'node:path';
import type { ClaimId } from '../claims/claim.ts';
import { EvidenceIndex } from '../corpus/evidence-index.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { ToolError, UsageError } from '../errors.ts';
import type { ReadableFormat } from '../formats/format.ts';
import { findReadableFormat, readableFormats } from '../formats/index.ts';
import { readFormat } from '../formats/read-format.ts';
import { parseSplitLock } from '../split/split-lock.ts';
import type { PlacedClaim } from '../stats/claim-change.ts';
import type { ClaimVersion } from '../stats/diff-claims.ts';
import { fileError, findFiles, kindOfPath, readText } from './files.ts';
import { configName, loadConfig } from './load-config.ts';
import { manifestName } from './manifest.ts';
import { openReadSource, readHead } from './open-read-source.ts';
import { findFilesToCheck } from './record-files.ts';

/** A version of a dataset on the disk. */
export interface OpenedVersion {
  /** Of the data: MAJOR.MINOR.PATCH; `undefined` where nothing says. */
  readonly version: string | undefined;
  readonly claims: ClaimVersion;
  /** What could not be read; known when all claims were read once. */
  readonly problems: readonly Diagnostic[];
}

/** How a version is opened. */
export interface VersionRequest {
  /** The format of claim files; recognised by default. */
  readonly format?: string | undefined;
  /** What findings call a file. */
  readonly nameOf: (path: string) => string;
  /** Name of the lock file in a dataset folder. */
  readonly lockName: string;
}

/** A file of claims, and where they all are. */
interface ClaimFile {
  readonly path: string;
  readonly format: ReadableFormat;
  readonly split?: string;
}

/**
 * The version that a path holds: a file of claims, a dataset folder, what a build or a release wrote, or a folder of claim files.
 *
 * @throws ToolError FILE_NOT_FOUND, NO_CLAIMS, MANIFEST_INVALID, and as `loadConfig` and `parseSplitLock`.
 */
export async function openClaimVersion(path: string, request: VersionRequest): Promise<OpenedVersion> {
  const kind = kindOfPath(path);
  if (kind === undefined)
    throw fileError(request.nameOf(path), Object.assign(new Error(), { code: 'ENOENT' }));
  if (kind === 'file') return openFiles([claimFile(path, request)], request);
  if (kindOfPath(join(path, configName)) === 'file') return openDataset(path, request);
  if (kindOfPath(join(path, manifestName)) === 'file') return openBuild(path, request);
  // A dataset folder needs no settings.
  const claims = join(path, 'claims');
  const folder =
    kindOfPath(claims) === 'folder' && kindOfPath(join(path, 'corpus')) === 'folder' ? claims : path;
  const files = filesBelow(folder, request);
  if (files.length === 0) {
    throw new ToolError('NO_CLAIMS', `There are no files of claims (.jsonl) in "${request.nameOf(path)}".`);
  }
  return openFiles(files, request, lockOf(path, request));
}

async function openDataset(folder: string, request: VersionRequest): Promise<OpenedVersion> {
  const config = await loadConfig(folder);
  const claims = join(folder, config.claims);
  const files = kindOfPath(claims) === 'folder' ? filesBelow(claims, request) : [];
  return { ...openFiles(files, request, lockOf(folder, request)), version: config.version };
}

/** The part of a manifest that says where the claims are. */
interface BuildManifest {
  readonly version?: unknown;
  readonly files?: unknown;
}

/** Only below the folder: the manifest may be anybody's. */
const pathInside = /^(?!(?:.*\/)?\.\.(?:\/|$))[^/\\:][^\\:]*$/;

function openBuild(folder: string, request: VersionRequest): OpenedVersion {
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
  return { ...openFiles(files, request), version: isVersion ? version : undefined };
}

function filesBelow(folder: string, request: VersionRequest): ClaimFile[] {
  if (findFiles(folder, '.jsonl').length === 0) return [];
  return findFilesToCheck([folder], folder)
    .records.filter(({ kind }) => kind === 'claim')
    .map(({ path }) => claimFile(path, request));
}

function claimFile(path: string, { format, nameOf }: VersionRequest): ClaimFile {
  if (format !== undefined) return { path, format: findReadableFormat(format) };
  const head = readHead(path);
  const sniffed = readableFormats.filter(({ sniff }) => sniff(head));
  const own = sniffed.find(({ id }) => id === 'jsonl') ?? sniffed[0];
  if (own !== undefined) return { path, format: own };
  // Of claimset's own, findings say what is wrong.
  if (path.endsWith('.jsonl')) return { path, format: findReadableFormat('jsonl') };
  throw new UsageError(`Nobody can tell what "${nameOf(path)}" is. Say which format it has: --format fever.`);
}

/** The splits of a dataset folder's lock; none where there is no lock. */
function lockOf(folder: string, { lockName }: VersionRequest): ReadonlyMap<ClaimId, string> | undefined {
  const path = join(folder, lockName);
  return kindOfPath(path) === 'file' ? parseSplitLock(readText(path)).splits : undefined;
}

function openFiles(
  files: readonly ClaimFile[],
  { nameOf }: VersionRequest,
  lock?: ReadonlyMap<ClaimId, string>,
): OpenedVersion {
  const problems: Diagnostic[] = [];
  let isKnown = false;
  const context = { evidence: new EvidenceIndex([]), anyLabel: true };
  const claims = function* (): Generator<PlacedClaim> {
    for (const { path, format, split } of files) {
      const source = openReadSource(path, nameOf(path));
      for (const { claim, diagnostic } of readFormat(format, source, context)) {
        if (claim !== undefined) yield { claim, split: split ?? lock?.get(claim.id) ?? claim.split };
        else if (diagnostic !== undefined && !isKnown) problems.push(diagnostic);
      }
    }
    isKnown = true;
  };
  return { version: undefined, claims, problems };
}
