import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import type { Article } from '../../corpus/article.ts';
import { articleOfDraft } from '../../corpus/article-of-draft.ts';
import type { ArticleStore } from '../../corpus/article-store.ts';
import { parseCorpusFile } from '../../corpus/parse.ts';
import { readArticles } from '../../corpus/read-articles.ts';
import { ToolError } from '../../errors.ts';
import type { IndexHeader } from '../../retrieve/index-file/index-header.ts';
import { bufferTools } from '../buffer-tools.ts';
import { findFiles, followLinks, kindOfPath, readChunks, shownPath, withSlashes } from '../files.ts';
import type { OpenedCorpus } from '../stores/open-corpus.ts';
import { findPageSources, sourceOf } from '../stores/page-sources.ts';

/** What an index remembers of the articles that it was made of. */
export type CorpusStamp = IndexHeader['corpus'];

/** What tells whether the articles of a path are those that an index was made of: the names, sizes and times of their files. Nothing is read of them. */
export function stampOfCorpus(path: string, indexPath: string): CorpusStamp {
  const texts = kindOfPath(path) === 'folder' ? findFiles(path, '.txt') : [];
  const files = texts.length > 0 ? texts.map((file) => sourceOf(file, path)) : findPageSources(path);
  const hash = createHash('sha256');
  let bytes = 0;
  for (const file of files) {
    bytes += file.bytes;
    hash.update(`${file.bytes} ${file.changed} ${file.name}\n`);
  }
  const from = relative(dirname(indexPath), path);
  return { path: withSlashes(from), files: files.length, bytes, stamp: hash.digest('hex') };
}

/** How the articles of an index are now: as they were, others, or not to be found from where it is. */
export function corpusState(stamp: CorpusStamp, indexPath: string): 'same' | 'changed' | 'gone' {
  return (
    lookedAt(stamp, indexPath, (path) =>
      stampOfCorpus(path, indexPath).stamp === stamp.stamp ? 'same' : 'changed',
    ) ?? 'gone'
  );
}

/** Where the articles of an index are, if they are others than the dataset's own; `undefined` too where the dataset has none, or those of the index are gone. */
export function otherArticles(stamp: CorpusStamp, indexPath: string, own: string): string | undefined {
  return lookedAt(stamp, indexPath, (path) =>
    followLinks(path) === followLinks(own) || !hasArticles(own) ? undefined : path,
  );
}

/** What `look` sees where the articles of an index should be; `undefined` where there is nothing, or nothing that may be looked at: an index from elsewhere names any path. */
function lookedAt<Seen>(
  stamp: CorpusStamp,
  indexPath: string,
  look: (path: string) => Seen,
): Seen | undefined {
  const path = resolve(dirname(indexPath), stamp.path);
  try {
    return kindOfPath(path) === undefined ? undefined : look(path);
  } catch (cause) {
    if (cause instanceof ToolError) return undefined;
    throw cause;
  }
}

/** Whether there are articles of any kind at a path. */
export function hasArticles(path: string): boolean {
  const kind = kindOfPath(path);
  if (kind !== 'folder') return kind === 'file';
  return findFiles(path, '.txt').length > 0 || findFiles(path, '.jsonl').length > 0;
}

/** What is met on the way through a corpus. */
export interface CorpusTally {
  /** Articles of a store that could not be read, or not as tagged text. */
  unreadable: number;
}

/**
 * All articles of a corpus, each only as long in memory as it is looked at; of files of tagged text some megabytes at a time.
 *
 * @param shownFrom folder that paths in the articles are relative to
 * @throws ToolError where a file cannot be read.
 */
export function* articlesOf(
  { store, texts }: OpenedCorpus,
  shownFrom: string,
  tally: CorpusTally,
): Generator<Article> {
  if (store !== undefined) yield* articlesOfStore(store, tally);
  for (const path of texts ?? []) {
    const shown = shownPath(path, shownFrom);
    for (const { bytes } of readArticles(readChunks(path), bufferTools)) {
      for (const article of parseCorpusFile(shown, bytes).articles) {
        if (article.records.length > 0) yield article;
      }
    }
  }
}

function* articlesOfStore(store: ArticleStore, tally: CorpusTally): Generator<Article> {
  for (const { article: draft } of store.articles()) {
    const article = draft && articleOfDraft(draft, store.name);
    if (article === undefined) tally.unreadable += 1;
    else yield article;
  }
}
