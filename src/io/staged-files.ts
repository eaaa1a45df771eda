import { basename, dirname, join, relative, resolve } from 'node:path';
import { ToolError } from '../errors.ts';
import { followLinks, kindOfPath, withSlashes } from './files.ts';
import { type GitContext, runGit } from './run-git.ts';

/** What a dataset is made of; pictures and programs beside it are not copied. */
const endings = ['.csv', '.json', '.jsonl', '.table', '.titles', '.tsv', '.txt'];
const linkMode = '120000';

/** A folder of a git repository's working tree. */
export interface RepositoryFolder {
  /** The top of the working tree. */
  readonly top: string;
  /** The folder's path from there with `/`; empty for the top itself. */
  readonly prefix: string;
}

/** Where a folder lies in its repository; it need not be there any more. @throws ToolError NOT_A_REPOSITORY, and as {@link runGit}. */
export function findRepositoryFolder(folder: string, context: GitContext): RepositoryFolder {
  let top: string;
  try {
    top = pathOf(runGit(['rev-parse', '--show-toplevel'], context));
  } catch (cause) {
    if (!(cause instanceof ToolError) || cause.code !== 'GIT_FAILED') throw cause;
    throw new ToolError(
      'NOT_A_REPOSITORY',
      `"${context.cwd}" is not in the working tree of a git repository. Make one with \`git init\`. (${cause.message})`,
      { cause },
    );
  }
  const prefix = withSlashes(relative(followLinks(top), realPathOf(folder)));
  if (prefix === '..' || prefix.startsWith('../')) {
    throw new ToolError(
      'NOT_A_REPOSITORY',
      `"${folder}" does not lie in the repository "${top}". Check --dataset.`,
    );
  }
  return { top, prefix };
}

/** Whether a commit would change data files of a folder. @throws ToolError as {@link runGit}. */
export function hasStagedChanges({ top, prefix }: RepositoryFolder, { env }: GitContext): boolean {
  const args = ['diff', '--cached', '--raw', '--no-renames', '-z', '--', pathspec(prefix)];
  const parts = runGit(args, { cwd: top, env }).toString('latin1').split('\0');
  // `:old mode, new mode, …` and the path by turns.
  return parts.some(
    (path, which) => which % 2 === 1 && isData(path, parts[which - 1]?.slice(1).split(' ') ?? []),
  );
}

function isData(path: string, modes: readonly string[]): boolean {
  return modes.includes(linkMode) || endings.some((ending) => path.endsWith(ending));
}

/**
 * Writes the data files of a folder into another one as a commit would record them, below their paths from the top of the
 * repository. Their number.
 *
 * @throws ToolError as {@link runGit}, also for an index with conflicts.
 */
export function writeStagedFiles(repository: RepositoryFolder, target: string, { env }: GitContext): number {
  // The tree and not the index: what `git add --intent-to-add` names stands in the index, empty, and is not committed.
  const tree = runGit(['write-tree'], { cwd: repository.top, env }).toString('latin1').trim();
  return checkOut(repository, tree, target, env);
}

/**
 * The same as a commit has recorded them.
 *
 * @param commit its id
 * @throws ToolError as {@link runGit}.
 */
export function writeCommittedFiles(
  repository: RepositoryFolder,
  commit: string,
  target: string,
  { env }: GitContext,
): number {
  // In an index of its own: that of the repository says what is staged.
  const own = { ...env, GIT_INDEX_FILE: join(target, '.git-index') };
  runGit(['read-tree', commit], { cwd: repository.top, env: own });
  return checkOut(repository, commit, target, own);
}

/** Writes the data files of a tree, as the index has them. */
function checkOut(
  { top, prefix }: RepositoryFolder,
  tree: string,
  target: string,
  env: GitContext['env'],
): number {
  const context = { cwd: top, env };
  // Latin 1 keeps every byte of a name, whatever its encoding.
  const listed = runGit(
    ['ls-tree', '-r', '-z', '--full-tree', tree, ...(prefix === '' ? [] : ['--', prefix])],
    context,
  );
  const names = listed
    .toString('latin1')
    .split('\0')
    .map((line) => ({ mode: line.split(' ', 1)[0] ?? '', name: line.slice(line.indexOf('\t') + 1) }))
    .filter(({ mode, name }) => isData(name, [mode]))
    .map(({ name }) => name);
  runGit(['checkout-index', '-z', '--stdin', `--prefix=${join(target, '/')}`], {
    ...context,
    input: Buffer.from(names.map((name) => `${name}\0`).join(''), 'latin1'),
  });
  return names.length;
}

/**
 * The environment in which git takes a copy that {@link writeStagedFiles} has made for the working tree of the repository, with
 * the same index and history.
 */
export function envOfCopy({ top }: RepositoryFolder, copy: string, { env }: GitContext): GitContext['env'] {
  const context = { cwd: top, env };
  const printed = runGit(['rev-parse', '--absolute-git-dir', '--git-path', 'index'], context);
  const [gitFolder = '', index = ''] = printed.toString('utf8').split(/\r?\n/);
  const { GIT_PREFIX: _prefix, ...rest } = env;
  return { ...rest, GIT_DIR: gitFolder, GIT_INDEX_FILE: resolve(top, index), GIT_WORK_TREE: copy };
}

function pathspec(prefix: string): string {
  return prefix === '' ? ':(top)' : `:(top,literal)${prefix}`;
}

/** The real path of a file or folder; of one that is gone, with the real path of the nearest that is there. */
export function realPathOf(folder: string): string {
  if (kindOfPath(folder) !== undefined || dirname(folder) === folder) return followLinks(folder);
  return join(realPathOf(dirname(folder)), basename(folder));
}

/** A path that git prints ends with a line feed. */
function pathOf(printed: Buffer): string {
  return printed.toString('utf8').replace(/\r?\n$/, '');
}
