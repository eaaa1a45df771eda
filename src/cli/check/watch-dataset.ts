import { dirname, join, resolve, sep } from 'node:path';
import type { Config } from '../../claims/config.ts';
import { defaultConfig } from '../../claims/default-config.ts';
import { ToolError } from '../../errors.ts';
import { stampOf } from '../../io/file-stamp.ts';
import { findFiles, kindOfPath, shownPath } from '../../io/files.ts';
import { configName, findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { FolderWatcher, type WatchedFolder } from '../../io/watch-folders.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { lockName } from '../dataset/lock-name.ts';
import { errorLine } from '../error-line.ts';
import { findBaselinePath } from './baseline-file.ts';
import { type CheckRequest, checkDataset } from './check-dataset.ts';

/** Events come in bursts: an editor that saves, a branch that is checked out. Longer than this nothing is waited for. */
const [quietMs, mostQuietMs] = [50, 2000];
/** Changed files that are named at most. */
const maxNamed = 3;
const clearScreen = '\u001b[2J\u001b[3J\u001b[H';
const interrupted = 130;

/**
 * Checks a dataset, and again each time that one of its files has changed: articles, claims, annotations, suppressions, settings.
 * What the tool itself cannot work with, such as settings that are no JSON, is told and waited for. Ends with Ctrl-C, or when
 * nobody reads the reports any more.
 *
 * @throws ToolError WATCH_FAILED where the system does not tell what happens in a folder.
 */
export async function watchDataset(request: CheckRequest, io: CommandIo): Promise<ExitCode> {
  const folder = findDatasetFolder(io.cwd, request.dataset);
  const changes = new ChangeSignal();
  const watcher = new FolderWatcher(() => changes.notify());
  const onInterrupt = (): never => process.exit(interrupted);
  process.once('SIGINT', onInterrupt);
  let config: Config = defaultConfig;
  let known: ReadonlyMap<string, string> | undefined;
  try {
    for (;;) {
      config = await loadConfig(folder).catch(unlessToolError(config));
      const scope = scopeOf(request, folder, config, io);
      // In this order, so that no change is missed: from here on every one is told, this is how the files are now, check them.
      watcher.watch(scope.folders);
      const stamps = stampFiles(scope);
      const changed = known === undefined ? [] : differences(known, stamps);
      if (known === undefined || changed.length > 0) {
        known = stamps;
        await announce(changed, io);
        const exitCode = await checkDataset(request, io).catch(async (error: unknown) => {
          if (!(error instanceof ToolError)) throw error;
          await io.stderr.write(errorLine(error));
          return 2 as const;
        });
        if (!io.stdout.isOpen) return exitCode;
        await io.stderr.write(`Watching ${scope.names.join(', ')} and ${configName}. Ctrl-C ends.\n`);
      }
      await changes.settled();
    }
  } finally {
    process.off('SIGINT', onInterrupt);
    watcher.close();
  }
}

function unlessToolError<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (!(error instanceof ToolError)) throw error;
    return value;
  };
}

/** What a run depends on. */
interface WatchScope {
  readonly folders: readonly WatchedFolder[];
  /** Folders of articles and of record files. */
  readonly articles: readonly string[];
  readonly records: readonly string[];
  readonly files: readonly string[];
  /** What is watched, for people. */
  readonly names: readonly string[];
}

function scopeOf(request: CheckRequest, folder: string, config: Config, { cwd }: CommandIo): WatchScope {
  const named = (request.paths ?? []).map((path) => resolve(cwd, path));
  const claims = join(folder, config.claims);
  const isOwnCorpus = typeof request.corpus !== 'string';
  const corpus = isOwnCorpus ? join(folder, config.corpus) : resolve(cwd, String(request.corpus));
  // A database, or one file of pages.
  const corpusFiles = !isOwnCorpus && kindOfPath(corpus) === 'file' ? [corpus] : [];
  const namedFolders = [
    ...named.filter((path) => kindOfPath(path) === 'folder'),
    ...(isOwnCorpus || corpusFiles.length > 0 ? [] : [corpus]),
  ];
  const baseline = findBaselinePath(folder, request, cwd);
  const titles = request.titles === undefined ? [] : [resolve(cwd, request.titles)];
  const files = [
    ...[configName, lockName].map((name) => join(folder, name)),
    baseline,
    ...titles,
    ...corpusFiles,
    ...named,
  ];
  const deep = [...(isOwnCorpus ? [corpus] : []), claims, ...namedFolders];
  return {
    folders: [
      ...deep.map((path) => ({ path, recursive: true })),
      // A file that is not there yet, and one that an editor replaces, are told by the folder that holds them.
      ...[...files, ...deep]
        .flatMap((path) => foldersAbove(path, folder))
        .map((path) => ({ path, recursive: false })),
    ],
    articles: isOwnCorpus ? [corpus, ...namedFolders] : namedFolders,
    records: [claims, ...namedFolders],
    files,
    names: (named.length > 0 ? [...named, corpus] : [claims, corpus]).map((path) => shownPath(path, cwd)),
  };
}

/** The folder that holds a path, and the ones between it and the dataset folder. */
function foldersAbove(path: string, folder: string): string[] {
  const above = dirname(path);
  const isBetween = above.startsWith(`${folder}${sep}`);
  return isBetween ? [above, ...foldersAbove(above, folder)] : [above];
}

function stampFiles({ articles, records, files }: WatchScope): Map<string, string> {
  const paths = [
    ...files,
    ...articles.flatMap((path) => filesBelow(path, '.txt')),
    ...records.flatMap((path) => filesBelow(path, '.jsonl')),
  ];
  return new Map(paths.map((path) => [path, stampUnlessFolder(path)]));
}

function filesBelow(folder: string, ending: string): string[] {
  try {
    return findFiles(folder, ending);
  } catch (error) {
    return unlessToolError<string[]>([])(error);
  }
}

/** The stamp of a folder changes with files that do not matter. */
function stampUnlessFolder(path: string): string {
  try {
    return kindOfPath(path) === 'file' ? (stampOf(path) ?? '') : '';
  } catch (error) {
    return unlessToolError('')(error);
  }
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((path) => (before.get(path) ?? '') !== (after.get(path) ?? ''));
}

/** On a terminal each report has the screen for itself; elsewhere what was printed stays. */
async function announce(changed: readonly string[], io: CommandIo): Promise<void> {
  if (changed.length === 0) return;
  if (io.stdout.isTTY && io.env.TERM !== 'dumb') await io.stdout.write(clearScreen);
  const names = changed.slice(0, maxNamed).map((path) => shownPath(path, io.cwd));
  const more = changed.length - names.length;
  await io.stderr.write(`Changed: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}\n`);
}

/** Waits for changes: several in a burst are one. */
class ChangeSignal {
  #isChanged = false;
  #wake: (() => void) | undefined;

  notify(): void {
    this.#isChanged = true;
    this.#wake?.();
  }

  /** Done when something has changed and then nothing more for a moment. */
  async settled(): Promise<void> {
    if (!this.#isChanged) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    for (let waited = 0; this.#isChanged && waited < mostQuietMs; waited += quietMs) {
      this.#isChanged = false;
      await new Promise((resume) => setTimeout(resume, quietMs));
    }
  }
}
