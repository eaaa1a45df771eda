import { join, relative, sep } from 'node:path';
import { alignArticles } from '../../corpus/align-articles.ts';
import type { Article } from '../../corpus/article.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ToolError, UsageError } from '../../errors.ts';
import { fileError, findFiles, kindOfPath, readBytes, shownPath, withSlashes } from '../../io/files.ts';
import { type LoadedCorpusFile, loadCorpusFile } from '../../io/load-corpus.ts';
import { sha256 } from '../../io/sha256.ts';
import type { FileChange } from '../../io/write-all-files.ts';
import { toNfc } from '../../text/normalise.ts';
import type { ReplacedArticle } from '../../validate/remap/plan-remap.ts';

/** Where articles are replaced. */
export interface ReplacementRequest {
  /** Absolute: a file or a folder each. */
  readonly oldPath: string;
  readonly newPath: string;
  /** The corpus folder of the dataset, absolute. */
  readonly corpus: string;
  readonly cwd: string;
}

/** Articles and what replaces them. */
export interface Replacement {
  readonly articles: readonly ReplacedArticle[];
  /** Titles of articles that have no newer text and stay in the corpus as they are. */
  readonly kept: readonly string[];
  /** Files of the corpus that the new text is written to; none where it is there already. */
  readonly files: readonly FileChange[];
  /** Paths of articles from the corpus folder that have another name now, by the old ones. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Errors of the new articles. */
  readonly errors: readonly Diagnostic[];
}

interface Side {
  readonly path: string;
  readonly isFolder: boolean;
  readonly files: readonly LoadedFile[];
}

interface LoadedFile extends LoadedCorpusFile {
  readonly absolute: string;
}

/** Pairs old with new articles by title; two files of one article each whatever their titles. @throws ToolError, UsageError. */
export function findReplacement({ oldPath, newPath, corpus, cwd }: ReplacementRequest): Replacement {
  const [before, after] = [loadSide(oldPath, cwd), loadSide(newPath, cwd)];
  if (before.isFolder !== after.isFolder)
    throw new UsageError('Name two articles or two folders of articles, not one of each.');
  const isOurs = (path: string): boolean => path === corpus || path.startsWith(corpus + sep);
  const writes = isOurs(oldPath) && !isOurs(newPath);
  const pairs = pairArticles(before, after);
  const isKept = ([, next]: (typeof pairs)[number]): boolean => writes && next === undefined;
  return {
    articles: pairs
      .filter((pair) => !isKept(pair))
      .map(([old, next]) => ({
        before: old,
        after: next,
        alignment: alignArticles(old, next ?? { ...old, records: [] }),
      })),
    kept: pairs.filter(isKept).map(([{ title }]) => title),
    files: writes ? fileChanges(before, after) : [],
    renamed: isOurs(newPath) ? renamedFiles(pairs, { before, after, corpus, cwd }) : new Map(),
    errors: after.files
      .flatMap(({ diagnostics }) => diagnostics)
      .filter(({ severity }) => severity === 'error')
      .sort(compareDiagnostics),
  };
}

function loadSide(path: string, cwd: string): Side {
  const kind = kindOfPath(path);
  if (kind === undefined)
    throw fileError(shownPath(path, cwd), Object.assign(new Error(), { code: 'ENOENT' }));
  const isFolder = kind === 'folder';
  if (!isFolder && !path.endsWith('.txt')) {
    throw new UsageError(`"${shownPath(path, cwd)}" is no article: articles are .txt files of tagged text.`);
  }
  const paths = isFolder ? findFiles(path, '.txt') : [path];
  const files = paths.map((absolute) => ({ ...loadCorpusFile(absolute, cwd), absolute }));
  if (files.every(({ articles }) => articles.every(({ records }) => records.length === 0))) {
    throw new UsageError(`There is no tagged article in "${shownPath(path, cwd)}".`);
  }
  return { path, isFolder, files };
}

function pairArticles(before: Side, after: Side): (readonly [Article, Article | undefined])[] {
  const [old, next] = [before, after].map(({ files }) => files.flatMap(({ articles }) => articles)) as [
    Article[],
    Article[],
  ];
  const [only, replacing] = [old[0], next[0]];
  if (!before.isFolder && old.length === 1 && next.length === 1 && only !== undefined)
    return [[only, replacing]];
  const byTitle = new Map(next.toReversed().map((article) => [toNfc(article.title), article]));
  return old.map((article) => [article, byTitle.get(toNfc(article.title))] as const);
}

/** The new texts as they are to stand in the corpus. */
function fileChanges(before: Side, after: Side): FileChange[] {
  return after.files.map((file) => {
    const path = before.isFolder ? join(before.path, relative(after.path, file.absolute)) : before.path;
    const old = before.files.find(({ absolute }) => absolute === path);
    return { path, before: old === undefined ? undefined : bytesOf(old), after: bytesOf(file) };
  });
}

/** The bytes that were aligned. @throws ToolError FILE_CHANGED. */
function bytesOf({ absolute, sha256: digest }: LoadedFile): Uint8Array {
  const bytes = readBytes(absolute);
  if (sha256(bytes) === digest) return bytes;
  throw new ToolError('FILE_CHANGED', `"${absolute}" was changed while it was read. Run again.`);
}

function renamedFiles(
  pairs: readonly (readonly [Article, Article | undefined])[],
  {
    before,
    after,
    corpus,
    cwd,
  }: { readonly before: Side; readonly after: Side; readonly corpus: string; readonly cwd: string },
): Map<string, string> {
  const absoluteOf = ({ files }: Side, file: string): string =>
    files.find((loaded) => loaded.file === file)?.absolute ?? join(cwd, file);
  const renamed = new Map<string, string>();
  for (const [old, next] of pairs) {
    if (next === undefined) continue;
    const newName = withSlashes(relative(corpus, absoluteOf(after, next.file)));
    const oldFile = absoluteOf(before, old.file);
    // The old text may lie anywhere: its name is what it had in the corpus.
    const base = before.isFolder ? before.path : join(oldFile, '..');
    const oldName = withSlashes(relative(oldFile.startsWith(corpus + sep) ? corpus : base, oldFile));
    if (oldName !== newName) renamed.set(oldName, newName);
  }
  return renamed;
}
