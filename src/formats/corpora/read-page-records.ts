import type { PlainRecord } from '../../corpus/read-records.ts';
import { recordsOfDraft } from '../../corpus/records-of-draft.ts';
import { type ByteTools, portableByteTools } from '../../text/byte-tools.ts';
import { readLineBlocks } from '../../text/line-blocks.ts';
import { readJsonLines } from '../json-lines.ts';
import { articlesOfRecords, type ReadArticle } from './articles-of-records.ts';

/** What a line of a file of pages holds. */
export interface PageRecords {
  /** 1-based. */
  readonly lineNumber: number;
  /**
   * The elements of the page in the order of its tagged text, markers included; `undefined` where the line is no page: the format tells
   * why when it reads the line.
   */
  readonly records: readonly PlainRecord[] | undefined;
}

/**
 * Reads `bytes[start, end)`, which is one line of valid UTF-8; `undefined` wherever it is not certain that the line is written as the
 * published files are. It never reads a line differently from the format itself.
 */
export type ReadLine = (
  bytes: Uint8Array,
  start: number,
  end: number,
  tools: ByteTools,
) => readonly PlainRecord[] | undefined;

/** The two ways to read a line of a file of pages. */
export interface PageReaders {
  readonly fast: ReadLine;
  /** What the format makes of a line's object. */
  readonly slow: ReadArticle;
}

/**
 * The records of files of pages, one JSON object a line, that come in pieces: the same records as those of the articles that the
 * format reads. Blank lines are left out. Memory does not grow with the file, only with its longest line.
 */
export function* readPageRecords(
  chunks: Iterable<Uint8Array>,
  { fast, slow }: PageReaders,
  tools: ByteTools = portableByteTools,
): Generator<PageRecords> {
  let lineNumber = 0;
  for (const bytes of readLineBlocks(chunks, tools)) {
    for (let start = 0; start < bytes.length; ) {
      const lineFeed = bytes.indexOf(0x0a, start);
      const end = lineFeed < 0 ? bytes.length : lineFeed;
      lineNumber += 1;
      const records = fast(bytes, start, end, tools);
      if (records !== undefined) yield { lineNumber, records };
      else {
        const text = tools.decode(bytes, start, end);
        if (text.trim() !== '') yield { lineNumber, records: readSlowly(text, lineNumber, slow) };
      }
      start = end + 1;
    }
  }
}

function readSlowly(text: string, lineNumber: number, slow: ReadArticle): readonly PlainRecord[] | undefined {
  // A byte order mark is one in the first line only.
  if (lineNumber > 1 && text.startsWith('\uFEFF')) return undefined;
  const records: PlainRecord[] = [];
  for (const { article, diagnostic } of articlesOfRecords(readJsonLines({ file: '', text }), slow)) {
    if (diagnostic !== undefined) return undefined;
    if (article !== undefined) records.push(...recordsOfDraft(article));
  }
  return records;
}
