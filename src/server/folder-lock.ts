import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ToolError } from '../errors.ts';
import { fileError } from '../io/files.ts';
import { isObject } from '../text/is-object.ts';
import { printable } from '../text/printable.ts';

/** What a server says in its lock file. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** 0 until it listens. */
  readonly port: number;
}

/** That this server is the only one of a folder. */
export interface FolderLock {
  /** Says where the server listens. */
  readonly tell: (host: string, port: number) => void;
  readonly release: () => void;
}

/** How long another server may take to show that it is there, in milliseconds. */
const patienceMs = 1000;
const tries = 3;

/**
 * Takes a folder for this server alone; what a server left behind that is gone is taken over.
 *
 * @param folder the private folder of a dataset
 * @throws ToolError ALREADY_RUNNING, with where the other one is
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'annotate.lock');
  try {
    for (let left = tries; left > 0; left--) {
      if (create(path))
        return { tell: (host, port) => write(path, host, port), release: () => release(path) };
      const text = read(path);
      const holder = holderOf(text);
      if (text === undefined) continue;
      if (holder !== undefined && (await isThere(holder))) throw runningError(holder, path);
      takeAway(path, text);
    }
  } catch (cause) {
    throw cause instanceof ToolError ? cause : fileError(path, cause);
  }
  throw new ToolError(
    'ALREADY_RUNNING',
    `Another server is just being started for this folder ("${path}"). Wait a moment and try again.`,
  );
}

function runningError({ pid, host, port }: Holder, path: string): ToolError {
  if (port === 0) {
    return new ToolError(
      'ALREADY_RUNNING',
      `Another server is just being started for this folder (process ${pid}). Wait a moment and try again; if there is none, delete "${path}".`,
    );
  }
  const address = printable(`http://${host.includes(':') ? `[${host}]` : host}:${port}/`);
  return new ToolError(
    'ALREADY_RUNNING',
    `The dataset is being annotated already: ${address} (process ${pid}). Open that page, or end that process first: two servers would not know of one another's answers.`,
  );
}

function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, textOf('', 0));
    closeSync(file);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

function write(path: string, host: string, port: number): void {
  const file = openSync(path, 'w');
  writeSync(file, textOf(host, port));
  closeSync(file);
}

function textOf(host: string, port: number): string {
  const holder: Holder = { pid: process.pid, host, port };
  return `${JSON.stringify(holder)}\n`;
}

/** Never throws: a lock that stays is found to be stale. */
function release(path: string): void {
  try {
    if (holderOf(read(path))?.pid === process.pid) rmSync(path, { force: true });
  } catch {
    // The disk says no, or the folder is gone.
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}

function holderOf(text: string | undefined): Holder | undefined {
  try {
    const json: unknown = JSON.parse(text ?? '');
    if (!isObject(json)) return undefined;
    const { pid, host, port } = json;
    if (typeof pid !== 'number' || !(pid > 0) || typeof host !== 'string') return undefined;
    return typeof port === 'number' && port >= 0 && port < 65536 ? { pid, host, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Moves a stale lock away; put back where it turns out that somebody else was quicker and the lock is theirs. */
function takeAway(path: string, text: string): void {
  const away = `${path}.${process.pid}.stale`;
  renameSync(path, away);
  if (read(away) === text) rmSync(away, { force: true });
  else renameSync(away, path);
}

/** Whether the process lives and listens; its number alone may be that of another program by now. */
async function isThere({ pid, host, port }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  // Just being started, unless that was this process, which has no other server.
  return port === 0 ? pid !== process.pid : listens(host, port);
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: patienceMs });
    const end = (found: boolean): void => {
      socket.destroy();
      resolve(found);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}
