import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '../../errors.ts';
import { fileError } from '../files.ts';

const bufferBytes = 1 << 18;

/** Bytes that are put aside in a file until they are needed again, so that memory does not grow with them. */
export class SpilledBytes {
  readonly #path: string;
  #file: number | undefined;
  readonly #buffer = Buffer.allocUnsafeSlow(bufferBytes);
  #filled = 0;
  #flushed = 0;

  /** @param folder One that is removed with all that is in it. */
  constructor(folder: string, name: string) {
    this.#path = join(folder, name);
  }

  get length(): number {
    return this.#flushed + this.#filled;
  }

  write(bytes: Uint8Array): void {
    if (this.#filled + bytes.length > bufferBytes) this.#flush();
    if (bytes.length > bufferBytes) this.#append(bytes);
    else {
      this.#buffer.set(bytes, this.#filled);
      this.#filled += bytes.length;
    }
  }

  /** Writes a text as UTF-8 and gives back how many bytes that took. */
  writeText(text: string): number {
    // No character of a string takes more than three bytes.
    if (this.#filled + text.length * 3 > bufferBytes) this.#flush();
    if (text.length * 3 > bufferBytes) {
      const bytes = Buffer.from(text, 'utf8');
      this.#append(bytes);
      return bytes.length;
    }
    const length = this.#buffer.write(text, this.#filled, 'utf8');
    this.#filled += length;
    return length;
  }

  /** Reads bytes from a place on into all of `into`; fewer where there are no more. Gives back how many. */
  read(from: number, into: Uint8Array): number {
    this.#flush();
    let done = 0;
    while (done < into.length && from + done < this.#flushed) {
      const read = this.#guarded(() =>
        readSync(this.#file as number, into, done, into.length - done, from + done),
      );
      if (read === 0) break;
      done += read;
    }
    return done;
  }

  /** All bytes. A piece is only good until the next is asked for. */
  *pieces(): Generator<Uint8Array> {
    const piece = Buffer.allocUnsafeSlow(1 << 20);
    for (let at = 0; at < this.length; ) {
      const read = this.read(at, piece);
      invariant(read > 0, 'a temporary file of an index was cut');
      yield piece.subarray(0, read);
      at += read;
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #flush(): void {
    if (this.#filled > 0) this.#append(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #append(bytes: Uint8Array): void {
    this.#guarded(() => {
      this.#file ??= openSync(this.#path, 'wx+');
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#file, bytes, done, bytes.length - done, this.#flushed + done);
    });
    this.#flushed += bytes.length;
  }

  #guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      throw fileError(this.#path, cause);
    }
  }
}
