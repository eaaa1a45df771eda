import { createHash } from 'node:crypto';
import type { Config } from '../claims/config.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import type { People } from './people/person.ts';
import { loadKey, privateFolder } from './people/private-folder.ts';
import { openCorpusSearch } from './search/open-corpus-search.ts';
import type { ServerState } from './server-state.ts';
import { Queue } from './state/queue.ts';
import { Workspace } from './state/workspace.ts';

/** What is to be annotated, and by whom. */
export interface OpenOptions {
  /** The dataset folder. */
  readonly folder: string;
  readonly config: Config;
  readonly people: People;
  /** May name the engine that is searched. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Told of failures of the disk and of the program itself. */
  readonly say: (message: string) => void;
}

/** A dataset folder that nobody else annotates meanwhile. */
export interface OpenedAnnotation {
  readonly state: ServerState;
  /** What the tokens of its annotators are made with. */
  readonly key: Uint8Array;
  readonly lock: FolderLock;
  /** Number of events that were written so far. */
  readonly written: () => number;
  readonly close: () => void;
}

/**
 * Opens a dataset folder for annotation.
 *
 * @throws ToolError ALREADY_RUNNING, and where something cannot be read
 */
export async function openAnnotation(options: OpenOptions): Promise<OpenedAnnotation> {
  const { folder, config, people, env, now, say } = options;
  const own = privateFolder(folder);
  // First of all: journals are mended as they are read, which another server must not be writing then.
  const lock = await lockFolder(own);
  try {
    const key = loadKey(own);
    const workspace = new Workspace({ folder, config, privateFolder: own, say }, now());
    const search = openCorpusSearch({ workspace, folder, config, env, say });
    let written = 0;
    const state: ServerState = {
      workspace,
      people,
      queue: new Queue(workspace, people),
      search,
      key: createHash('sha256').update(key).update('dataset').digest('hex').slice(0, 16),
      givenIds: new Set(),
      noteWritten: (count) => {
        written += count;
      },
      now,
    };
    const close = (): void => {
      search.close();
      workspace.close();
      lock.release();
    };
    return { state, key, lock, written: () => written, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
