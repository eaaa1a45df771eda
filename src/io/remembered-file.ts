import { stampOf } from './file-stamp.ts';

/** What was made of a file, as long as it does not change. */
export class RememberedFile<Value> {
  #last: { readonly path: string; readonly stamp: string | undefined; readonly value: Value } | undefined;

  /** What `load` makes of the file; the last value again where it is the same file and has not changed. */
  get(path: string, load: (path: string) => Value): Value {
    // Looked at before the file is read: what changes while it is read changes the stamp of the next time.
    const stamp = stampOf(path);
    if (this.#last?.path !== path || this.#last.stamp !== stamp) {
      this.#last = { path, stamp, value: load(path) };
    }
    return this.#last.value;
  }
}
