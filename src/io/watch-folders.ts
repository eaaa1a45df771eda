import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../errors.ts';
import { kindOfPath } from './files.ts';

/** A folder to watch. */
export interface WatchedFolder {
  readonly path: string;
  /** Whether what happens in the folders below it counts too. */
  readonly recursive: boolean;
}

interface OpenWatcher {
  readonly watcher: FSWatcher;
  /** Number of the folder on its disk: another folder of its name is not watched by this. */
  readonly inode: bigint;
}

/**
 * Tells that something happened in some folders. Each folder is watched by itself: the recursive watching of Node 20 takes one
 * watch for each file, and loses files that editors replace.
 */
export class FolderWatcher {
  readonly #open = new Map<string, OpenWatcher>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Watches these folders, those of them that are there, and no others any more. @throws ToolError WATCH_FAILED. */
  watch(folders: readonly WatchedFolder[]): void {
    const wanted = new Set(
      folders.flatMap(({ path, recursive }) => (recursive ? foldersBelow(path) : [path])),
    );
    for (const [path, { watcher, inode }] of this.#open) {
      if (wanted.has(path) && inodeOf(path) === inode) continue;
      watcher.close();
      this.#open.delete(path);
    }
    for (const path of wanted) {
      const inode = inodeOf(path);
      if (inode === undefined || this.#open.has(path)) continue;
      const watcher = this.#start(path);
      if (watcher !== undefined) this.#open.set(path, { watcher, inode });
    }
  }

  close(): void {
    this.watch([]);
  }

  #start(path: string): FSWatcher | undefined {
    try {
      const watcher = watch(path, { persistent: true }, this.#onChange);
      // A folder that is deleted under the watcher is an error on some systems, and a change on all.
      watcher.on('error', this.#onChange);
      return watcher;
    } catch (cause) {
      // Gone meanwhile, which the folder above it tells.
      if (kindOfPath(path) === undefined) return undefined;
      throw new ToolError(
        'WATCH_FAILED',
        `"${path}" cannot be watched: ${cause instanceof Error ? cause.message : String(cause)}. The system may allow no more watches (on Linux: sysctl fs.inotify.max_user_watches), or the disk may have none, as some network disks. Run without --watch.`,
        { cause },
      );
    }
  }
}

/** A folder and the folders below it; hidden ones and links are left out, as where files are looked for. */
function foldersBelow(path: string): string[] {
  const found = [path];
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() && !entry.name.startsWith('.'))
        found.push(...foldersBelow(join(path, entry.name)));
    }
  } catch {
    // Not there any more, or no folder: nothing to watch in it.
  }
  return found;
}

function inodeOf(path: string): bigint | undefined {
  try {
    if (kindOfPath(path) !== 'folder') return undefined;
    return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
  } catch {
    return undefined;
  }
}
