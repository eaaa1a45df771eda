import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts';
import { readLines, type SourceLine } from '../text/source-line.ts';
import { bufferTools } from './buffer-tools.ts';
import { followLinks, shownPath, withSlashes } from './files.ts';
import { findCommit } from './find-commit.ts';
import { type GitContext, runGit } from './run-git.ts';
import { findRepositoryFolder, realPathOf } from './staged-files.ts';

/** What may have changed. Paths are absolute. */
export interface ChangeScope {
  readonly folder: string;
  /** Folder of the claims. */
  readonly claims: string;
  /** Folder of the articles. */
  readonly corpus: string;
  /** Record files that are read, also outside the folder of the claims; `-` for standard input. */
  readonly records: readonly string[];
  /** Articles that are read, as findings name them. */
  readonly articles: readonly string[];
}

/** Blobs are asked for in portions of this size, or one at a time where one is larger. */
const portionBytes = 1 << 26;

/**
 * What has changed since a commit. A record has changed if its line stands in the record files that are read more often than in
 * those of the commit; where it stands, and how the line ends, does not matter. An article has changed if its file differs from the
 * one of the commit as `git diff` sees it.
 */
export class ChangedRecords {
  /** How often a line stood in files of the commit and was not met yet, by the hash of its text. */
  readonly #left = new Map<string, number>();
  /** Files that are as they were, as findings name them. */
  readonly #unchanged: ReadonlySet<string>;
  readonly #changedLines = new Map<string, Set<number>>();
  readonly #changedArticles: ReadonlySet<string>;
  readonly #corpusChanged: boolean;

  /** @throws ToolError REF_NOT_FOUND, NOT_A_REPOSITORY, and as `runGit`. */
  constructor(ref: string, scope: ChangeScope, { cwd, env }: GitContext) {
    // The repository of the folder, wherever the program runs; but in a git hook the one that git names, from where it runs.
    const start = env.GIT_DIR === undefined ? scope.folder : cwd;
    const { top } = findRepositoryFolder(scope.folder, { cwd: start, env });
    const git = { cwd: top, env: { ...env, GIT_LITERAL_PATHSPECS: '1', GIT_OPTIONAL_LOCKS: '0' } };
    const root = followLinks(top);
    const pathInRoot = (path: string): string => withSlashes(relative(root, realPathOf(path)));
    const isInRoot = (path: string): boolean => path !== '..' && !path.startsWith('../');
    const commit = findCommit(ref, git);
    const corpus = pathInRoot(scope.corpus);
    const records = scope.records
      .filter((path) => path !== '-')
      .map((path) => ({ path, inRoot: pathInRoot(path) }));
    const paths = [
      ...new Set([pathInRoot(scope.claims), corpus, ...records.map(({ inRoot }) => inRoot)]),
    ].filter(isInRoot);
    const before = listFiles(commit, paths, git);
    const different = listDifferent(commit, paths, git);

    const same = records.filter(({ inRoot }) => before.has(inRoot) && !different.has(inRoot));
    this.#unchanged = new Set(same.map(({ path }) => shownPath(path, cwd)));
    const sameInRoot = new Set(same.map(({ inRoot }) => inRoot));
    const isArticle = (path: string): boolean => path.endsWith('.txt') && path.startsWith(`${corpus}/`);
    const blobs = [...before].filter(([path]) => path.endsWith('.jsonl') && !sameInRoot.has(path));
    for (const text of readBlobs(
      blobs.map(([, blob]) => blob),
      git,
    )) {
      for (const line of readLines('', [text], bufferTools)) {
        const key = keyOf(line);
        this.#left.set(key, (this.#left.get(key) ?? 0) + 1);
      }
    }
    this.#changedArticles = new Set(
      scope.articles.filter((file) => {
        const inRoot = pathInRoot(join(cwd, file));
        return !before.has(inRoot) || different.has(inRoot);
      }),
    );
    this.#corpusChanged = this.#changedArticles.size > 0 || [...different].some(isArticle);
  }

  /** Takes each line of the record files that are read, file by file. */
  add(line: SourceLine): void {
    if (this.#unchanged.has(line.file)) return;
    const key = keyOf(line);
    const left = this.#left.get(key) ?? 0;
    if (left > 0) {
      this.#left.set(key, left - 1);
      return;
    }
    const lines = this.#changedLines.get(line.file);
    if (lines === undefined) this.#changedLines.set(line.file, new Set([line.number]));
    else lines.add(line.number);
  }

  /**
   * Whether a finding is about a record or article that has changed, or about its relation to one. Where an article has changed, all
   * findings of evidence rules are: what they are about may have been mended or broken there. Asked when all lines were added.
   */
  concern({ ruleId, place, related }: Diagnostic): boolean {
    if (this.#corpusChanged && ruleId.startsWith('evidence/')) return true;
    return [place, ...related.map((other) => other.place)].some((where) => this.#isChanged(where));
  }

  #isChanged({ file, start }: Place): boolean {
    return this.#changedArticles.has(file) || this.#changedLines.get(file)?.has(start.line) === true;
  }
}

function keyOf({ text }: SourceLine): string {
  // UTF-16 keeps halves of surrogate pairs, which stand for bytes that are not UTF-8.
  return createHash('sha256').update(text, 'utf16le').digest('binary');
}

/** A file of a commit. */
interface Blob {
  readonly id: string;
  readonly bytes: number;
}

/** The files of a commit below some paths, by their paths from the top of the repository; links are left out. */
function listFiles(commit: string, paths: readonly string[], git: GitContext): Map<string, Blob> {
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit, ...pathArguments(paths)];
  const files = new Map<string, Blob>();
  for (const line of linesOf(runGit(args, git))) {
    const tab = line.indexOf('\t');
    const [mode = '', , id = '', size = ''] = line.slice(0, tab).split(/ +/);
    if (mode.startsWith('100')) files.set(line.slice(tab + 1), { id, bytes: Number(size) });
  }
  return files;
}

/** The paths of files that differ from those of a commit, or are gone; as git sees it, whatever it does to line ends. */
function listDifferent(commit: string, paths: readonly string[], git: GitContext): Set<string> {
  const args = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', commit];
  return new Set(linesOf(runGit([...args, ...pathArguments(paths)], git)));
}

/** The top of the repository itself is no path for git. */
function pathArguments(paths: readonly string[]): readonly string[] {
  return paths.includes('') ? [] : ['--', ...paths];
}

function linesOf(printed: Buffer): string[] {
  return printed.toString('utf8').split('\0').slice(0, -1);
}

/** The contents of blobs in order. Holds one portion in memory. */
function* readBlobs(blobs: readonly Blob[], git: GitContext): Generator<Uint8Array> {
  for (let from = 0; from < blobs.length; ) {
    let to = from;
    for (let bytes = 0; to < blobs.length; to++) {
      bytes += blobs[to]?.bytes ?? 0;
      if (bytes > portionBytes && to > from) break;
    }
    const ids = blobs.slice(from, to).map(({ id }) => `${id}\n`);
    yield* splitBatch(runGit(['cat-file', '--batch'], { ...git, input: Buffer.from(ids.join('')) }));
    from = to;
  }
}

/** What `git cat-file --batch` prints: for each blob a line with its id, type and size, then its bytes and a line feed. */
function* splitBatch(printed: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < printed.length; ) {
    const lineEnd = printed.indexOf(0x0a, at);
    const size = Number(printed.toString('latin1', at, lineEnd).split(' ')[2]);
    const start = lineEnd + 1;
    yield printed.subarray(start, start + size);
    at = start + size + 1;
  }
}
