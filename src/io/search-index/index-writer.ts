import { crc32 } from 'node:zlib';
import {
  bytesOfItem,
  type ColumnItems,
  type ColumnPlan,
  columnAlignment,
} from '../../retrieve/index-file/columns.ts';
import type { IndexHeader, Region } from '../../retrieve/index-file/index-header.ts';
import { type AtomicFile, openAtomicFile, type WrittenFile } from '../atomic-write.ts';
import type { Tick } from '../stores/corpus-talk.ts';
import { endMagic, headBytes, indexMagic, tailBytes } from './index-layout.ts';

/** Bytes that are written at once. */
const blockBytes = 1 << 20;

/** Where the bytes of each column of a plan come from, asked for in the order of the plan. */
export type ColumnSources<Plan extends ColumnPlan> = {
  readonly [Name in keyof Plan]: () => Iterable<Uint8Array>;
};

/** Writes an index file part by part, in any order; what stands where is said at the end. */
export class IndexWriter {
  readonly #file: AtomicFile;
  readonly #block = Buffer.allocUnsafeSlow(blockBytes);
  #filled = 0;
  #written = 0;
  /** Of what was written of the region. */
  #sum = 0;
  readonly #tick: Tick | undefined;

  /** @throws ToolError where the disk says no. */
  constructor(path: string, tick?: Tick) {
    this.#tick = tick;
    this.#file = openAtomicFile(path);
    this.#write(Buffer.from(indexMagic.padEnd(headBytes, ' ')));
  }

  /** Writes bytes, and gives back where they stand. */
  async region(pieces: Iterable<Uint8Array>): Promise<Region> {
    this.#flush();
    const offset = this.#written;
    this.#sum = 0;
    const told = (): string => `writing the index: ${Math.floor(this.#written / blockBytes)} MiB`;
    for (const piece of pieces) {
      this.#write(piece);
      const waiting = this.#tick?.(told);
      // There is a piece for each term: most are not to be waited for.
      if (waiting !== undefined) await waiting;
    }
    this.#flush();
    return { offset, bytes: this.#written - offset, crc32: this.#sum };
  }

  /** Writes columns, and gives back where they stand and how many numbers each has. */
  async columns<Plan extends ColumnPlan>(
    plan: Plan,
    sources: ColumnSources<Plan>,
  ): Promise<Region & { readonly items: ColumnItems<Plan> }> {
    const items: Record<string, number> = {};
    function* pieces(): Generator<Uint8Array> {
      for (const [name, type] of Object.entries(plan)) {
        let bytes = 0;
        for (const piece of (sources as ColumnSources<ColumnPlan>)[name]?.() ?? []) {
          bytes += piece.length;
          yield piece;
        }
        items[name] = bytes / bytesOfItem(type);
        yield new Uint8Array(-bytes & (columnAlignment - 1));
      }
    }
    const region = await this.region(pieces());
    return { ...region, items: items as ColumnItems<Plan> };
  }

  /** Writes the header and moves the file to its place. */
  commit(header: IndexHeader): WrittenFile {
    const json = Buffer.from(JSON.stringify(header));
    const tail = Buffer.alloc(tailBytes);
    tail.writeUInt32LE(json.length, 0);
    tail.writeUInt32LE(crc32(json), 4);
    tail.write(endMagic, 8, 'latin1');
    this.#write(json);
    this.#write(tail);
    this.#flush();
    return this.#file.commit();
  }

  /** Removes what was written, if it was not committed. */
  abandon(): void {
    this.#file.abandon();
  }

  #write(bytes: Uint8Array): void {
    if (this.#filled + bytes.length > blockBytes) this.#flush();
    if (bytes.length > blockBytes) this.#append(bytes);
    else {
      this.#block.set(bytes, this.#filled);
      this.#filled += bytes.length;
    }
  }

  #flush(): void {
    this.#append(this.#block.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #append(bytes: Uint8Array): void {
    this.#sum = crc32(bytes, this.#sum);
    this.#file.write(bytes);
    this.#written += bytes.length;
  }
}
