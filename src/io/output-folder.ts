import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ToolError } from '../errors.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { fileError, kindOfPath, readBytes } from './files.ts';
import { manifestName } from './manifest.ts';

/** Says whose files these are while a build is under way, and after one that did not come to its end. */
const markName = '.claimset-build.json';

/** A build that writes into a folder. */
export interface OutputFolder {
  /** Removes what an earlier build wrote and this one did not, and the mark. */
  finish(): void;
}

/**
 * Makes a folder ready for a build that writes `planned` (paths in it, with `/`): from now until `finish` a mark tells what
 * belongs to builds. Nothing is changed where the folder holds what is not claimset's.
 *
 * @throws ToolError OUTPUT_IN_USE where the folder holds files and no manifest of a build, or where a file that would be
 * written is there and no build wrote it.
 */
export function openOutputFolder(folder: string, planned: readonly string[]): OutputFolder {
  const earlier = filesOfEarlierBuild(folder);
  for (const path of planned) {
    const foreign = !earlier.includes(path) && kindOfPath(join(folder, path)) !== undefined;
    if (foreign || leadsOut(folder, path)) throw inUse(folder, `"${path}"`);
  }
  const own = [...new Set([...earlier, ...planned])];
  writeFileAtomic(join(folder, markName), [JSON.stringify({ tool: { name: 'claimset' }, files: own })]);
  rmSync(join(folder, manifestName), { force: true });
  return {
    finish() {
      const written = [manifestName, ...planned];
      for (const path of earlier) if (!written.includes(path)) removeFile(folder, path);
      rmSync(join(folder, markName), { force: true });
    },
  };
}

function inUse(folder: string, what: string): ToolError {
  return new ToolError(
    'OUTPUT_IN_USE',
    `"${folder}" holds ${what} that claimset did not write. Move it away, or name another folder with --output.`,
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw fileError(folder, cause);
  }
}

/** Whether a folder on the way to a path is a link, which would lead out of the output. */
function leadsOut(folder: string, path: string): boolean {
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    if (lstatSync(join(folder, parent), { throwIfNoEntry: false })?.isSymbolicLink() === true) return true;
  }
  return false;
}

/** What builds wrote into the folder: by the mark of one that did not end, else by the manifest. */
function filesOfEarlierBuild(folder: string): string[] {
  const kind = kindOfPath(folder);
  if (kind === 'file')
    throw new ToolError('OUTPUT_IN_USE', `"${folder}" is a file. Name a folder with --output.`);
  if (kind === undefined || namesIn(folder).length === 0) return [];
  for (const name of [markName, manifestName]) {
    const path = join(folder, name);
    if (kindOfPath(path) !== 'file') continue;
    const files = filesOfRecord(Buffer.from(readBytes(path)).toString('utf8'));
    if (files !== undefined) return files;
  }
  throw inUse(folder, 'files');
}

/** The paths that a mark or manifest names; `undefined` where it is none of claimset's. */
function filesOfRecord(text: string): string[] | undefined {
  let record: { tool?: { name?: unknown } | null; files?: unknown } | null;
  try {
    record = JSON.parse(text) as typeof record;
  } catch {
    return undefined;
  }
  if (record?.tool?.name !== 'claimset' || !Array.isArray(record.files)) return undefined;
  const paths = record.files.map((file: unknown) =>
    typeof file === 'object' && file !== null && 'path' in file ? file.path : file,
  );
  return ['README.md', ...paths.filter((path) => typeof path === 'string')];
}

/** Removes a file that an earlier build wrote, and its folders where nothing is left in them. Never outside the folder. */
function removeFile(folder: string, path: string): void {
  if (!/^(?:\w[\w.-]*\/)*\w[\w.-]*$/.test(path)) return;
  if (leadsOut(folder, path) || kindOfPath(join(folder, path)) !== 'file') return;
  rmSync(join(folder, path), { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    const target = join(folder, parent);
    if (kindOfPath(target) !== 'folder' || namesIn(target).length > 0) return;
    rmSync(target, { recursive: true });
  }
}
