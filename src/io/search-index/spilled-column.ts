import { bytesIn, type Column, type ColumnType, emptyColumn } from '../../retrieve/index-file/columns.ts';
import { SpilledBytes } from './spilled-bytes.ts';

/** Numbers that are written at once. */
const itemsInMemory = 1 << 13;

/** Numbers that are put aside, a few thousand at a time. */
export class SpilledColumn {
  readonly #bytes: SpilledBytes;
  readonly #buffer: Column;
  #filled = 0;
  #length = 0;

  /** @param folder One that is removed with all that is in it. */
  constructor(folder: string, name: string, type: ColumnType) {
    this.#bytes = new SpilledBytes(folder, name);
    this.#buffer = emptyColumn(type, itemsInMemory);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#filled === this.#buffer.length) this.#flush();
    this.#buffer[this.#filled++] = value;
    this.#length += 1;
  }

  /** The bytes of all numbers. A piece is only good until the next is asked for. */
  *pieces(): Generator<Uint8Array> {
    this.#flush();
    yield* this.#bytes.pieces();
  }

  close(): void {
    this.#bytes.close();
  }

  #flush(): void {
    this.#bytes.write(bytesIn(this.#buffer).subarray(0, this.#filled * this.#buffer.BYTES_PER_ELEMENT));
    this.#filled = 0;
  }
}
