import { join } from 'node:path';
import type { ArticleStore } from '../corpus/article-store.ts';
import { checkCorpus } from '../corpus/check-corpus.ts';
import type { Evidence } from '../corpus/evidence.ts';
import { EvidenceIndex } from '../corpus/evidence-index.ts';
import { type ParsedCorpusFile, parseCorpusFile } from '../corpus/parse.ts';
import { StoredEvidence } from '../corpus/stored-evidence.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { ToolError } from '../errors.ts';
import { findFiles, kindOfPath, readBytes, shownPath } from './files.ts';
import { sha256 } from './sha256.ts';

/** A corpus file with what identifies its bytes. */
export interface LoadedCorpusFile extends ParsedCorpusFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** The articles of a dataset. */
export interface LoadedCorpus {
  readonly files: readonly LoadedCorpusFile[];
  readonly evidence: Evidence;
  /** What is wrong with the articles, each and together; sorted. Of a store it grows as articles are asked for. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The paths of all articles of a dataset folder: `.txt` files below `<folder>/<corpus>`.
 *
 * @param shownFrom folder that paths in messages are relative to
 * @throws ToolError CORPUS_NOT_FOUND where there is no such folder or no article in it.
 */
export function findArticles(folder: string, corpus: string, shownFrom: string): string[] {
  const path = join(folder, corpus);
  if (kindOfPath(path) !== 'folder') {
    throw new ToolError(
      'CORPUS_NOT_FOUND',
      `There is no folder "${shownPath(path, shownFrom)}" with articles. Run in a dataset folder, name one with --dataset, or make one with \`claimset init\`; \`claimset validate --no-corpus\` checks claims without articles.`,
    );
  }
  const paths = findFiles(path, '.txt');
  if (paths.length === 0) {
    throw new ToolError(
      'CORPUS_NOT_FOUND',
      `No article in "${shownPath(path, shownFrom)}": put sentence-tagged text there, one file an article, ending with .txt.`,
    );
  }
  return paths;
}

/** The articles of a dataset folder. @throws ToolError as {@link findArticles}, and where a file cannot be read. */
export function loadCorpus(folder: string, corpus: string, shownFrom: string): LoadedCorpus {
  return combineFiles(findArticles(folder, corpus, shownFrom).map((path) => loadCorpusFile(path, shownFrom)));
}

/** Corpus files as one corpus. */
export function combineFiles(files: readonly LoadedCorpusFile[]): LoadedCorpus {
  const articles = files.flatMap((file) => file.articles);
  const found = [...files.flatMap(({ diagnostics }) => diagnostics), ...checkCorpus(articles)];
  return { files, evidence: new EvidenceIndex(articles), diagnostics: found.sort(compareDiagnostics) };
}

/** A corpus that is not held in memory. */
export function corpusOfStore(store: ArticleStore): LoadedCorpus {
  const evidence = new StoredEvidence(store);
  return { files: [], evidence, diagnostics: evidence.diagnostics };
}

/** One corpus file, parsed. @throws ToolError where it cannot be read. */
export function loadCorpusFile(path: string, shownFrom: string): LoadedCorpusFile {
  const bytes = readBytes(path);
  return {
    ...parseCorpusFile(shownPath(path, shownFrom), bytes),
    bytes: bytes.length,
    sha256: sha256(bytes),
  };
}
