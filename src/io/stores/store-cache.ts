import type { ArticleStore } from '../../corpus/article-store.ts';
import { stampOf } from '../file-stamp.ts';
import { kindOfPath } from '../files.ts';
import type { OpenedCorpus } from './open-corpus.ts';
import { findPageSources } from './page-sources.ts';

/** A store that is asked for again and again: opened anew only where its files have changed. */
export class StoreCache {
  #last: { readonly path: string; readonly stamp: string; readonly opened: OpenedCorpus } | undefined;

  /** What `open` makes of a path; the last answer again where it is the same path and no file of it has changed. */
  async get(path: string, open: (path: string) => Promise<OpenedCorpus>): Promise<OpenedCorpus> {
    const stamp = stampOfCorpus(path);
    if (this.#last?.path !== path || this.#last.stamp !== stamp) {
      this.close();
      this.#last = { path, stamp, opened: await open(path) };
    }
    return this.#last.opened;
  }

  /** Closes what is open. */
  close(): void {
    const store: ArticleStore | undefined = this.#last?.opened.store;
    this.#last = undefined;
    store?.close();
  }
}

function stampOfCorpus(path: string): string {
  if (kindOfPath(path) !== 'folder') return stampOf(path) ?? '';
  return findPageSources(path)
    .map(({ name, bytes, changed }) => `${bytes} ${changed} ${name}`)
    .join('\n');
}
