import { stampOf } from './file-stamp.ts';
import {
  combineFiles,
  findArticles,
  type LoadedCorpus,
  type LoadedCorpusFile,
  loadCorpusFile,
} from './load-corpus.ts';

interface Cached {
  readonly stamp: string | undefined;
  readonly file: LoadedCorpusFile;
}

/** Articles that are loaded again and again: only those whose files have changed are read and parsed anew. */
export class CorpusCache {
  #cached = new Map<string, Cached>();
  #last: LoadedCorpus | undefined;

  /** As `loadCorpus`; the same object as the last time where no file has changed. What is gone is forgotten. */
  load(folder: string, corpus: string, shownFrom: string): LoadedCorpus {
    const before = this.#cached;
    this.#cached = new Map();
    const files = findArticles(folder, corpus, shownFrom).map((path) => {
      const known = before.get(path);
      // Looked at before the file is read: what changes while it is read changes the stamp of the next time.
      const stamp = stampOf(path);
      const file =
        known !== undefined && known.stamp === stamp ? known.file : loadCorpusFile(path, shownFrom);
      this.#cached.set(path, { stamp, file });
      return file;
    });
    const last = this.#last;
    const isSame =
      last?.files.length === files.length && files.every((file, which) => file === last.files[which]);
    if (last === undefined || !isSame) this.#last = combineFiles(files);
    return this.#last as LoadedCorpus;
  }
}
