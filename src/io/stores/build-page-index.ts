import { closeSync, openSync } from 'node:fs';
import { titleOfPage } from '../../corpus/fever-page.ts';
import { type PageTable, PageTableBuilder } from '../../corpus/page-table.ts';
import { decodeUtf8 } from '../../text/decode-utf8.ts';
import { readRange } from '../read-range.ts';
import type { Tick } from './corpus-talk.ts';
import type { PageSource } from './page-sources.ts';
import { leadingId, type ScannedLine, scanLines } from './scan-pages.ts';

/** Where each page of some files stands. */
export interface PageIndex {
  readonly sources: readonly PageSource[];
  readonly table: PageTable;
  /** Lines that are not empty and have no id, and where the first of them stands. */
  readonly nameless: { readonly count: number; readonly source: number; readonly offset: number };
}

const linesPerTick = 1024;
/** Longer lines are no pages, and are not parsed to see. */
export const maxLineBytes = 1 << 28;

/**
 * The index of all pages of some files, in one pass. The lines are only parsed where they do not begin with the id. Memory: 18.5 bytes
 * a page, twice that at the end.
 *
 * @throws ToolError where a file cannot be read.
 */
export async function buildPageIndex(sources: readonly PageSource[], tick?: Tick): Promise<PageIndex> {
  const builder = new PageTableBuilder();
  let nameless = { count: 0, source: 0, offset: 0 };
  let before = 0;
  const all = sources.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const [which, { path, bytes }] of sources.entries()) {
    let lines = 0;
    for (const line of scanLines(path)) {
      // A file that has grown since it was looked at would put its pages into the next one.
      if (line.offset + line.length > bytes) break;
      const page = idOf(line, path);
      // The first record of the release is an empty page.
      if (page === undefined) {
        nameless =
          nameless.count === 0
            ? { count: 1, source: which, offset: line.offset }
            : { ...nameless, count: nameless.count + 1 };
      } else if (page !== '') {
        builder.add(titleOfPage(page), { position: before + line.offset, length: line.length });
      }
      lines += 1;
      if (lines % linesPerTick === 0) {
        await tick?.(() => {
          const percent = Math.floor((100 * (before + line.offset)) / Math.max(1, all));
          return `making the index: ${builder.size} pages, ${percent} %`;
        });
      }
    }
    before += bytes;
  }
  return { sources, table: builder.finish(), nameless };
}

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The id of the page on a line; empty for a page without one, and for a line of blanks. */
function idOf({ head, offset, length }: ScannedLine, path: string): string | undefined {
  const marked = offset === 0 && byteOrderMark.every((byte, at) => head[at] === byte);
  const line = marked ? head.subarray(byteOrderMark.length) : head;
  const leading = leadingId(line);
  if (leading !== undefined) return leading;
  if (length > maxLineBytes) return undefined;
  const bytes = length > head.length ? readLine(path, offset, length) : line;
  const text = decodeUtf8(bytes, 0, bytes.length);
  return text.trim() === '' ? '' : parsedId(text);
}

function readLine(path: string, offset: number, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    return readRange(file, offset, length);
  } finally {
    closeSync(file);
  }
}

function parsedId(text: string): string | undefined {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
