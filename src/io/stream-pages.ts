import { idOfPlainRecord } from '../corpus/read-records.ts';
import { UsageError } from '../errors.ts';
import { feverousPages, readFeverousPage } from '../formats/corpora/feverous-pages.ts';
import { readFeverousLine } from '../formats/corpora/read-feverous-line.ts';
import { type PageReaders, type PageRecords, readPageRecords } from '../formats/corpora/read-page-records.ts';
import { readWikiLine } from '../formats/corpora/read-wiki-line.ts';
import { readWikiPage, wikiPages } from '../formats/corpora/wiki-pages.ts';
import { bufferTools } from './buffer-tools.ts';
import { readChunks, shownPath } from './files.ts';
import { readHead } from './open-read-source.ts';

const readers = {
  'feverous-pages': { fast: readFeverousLine, slow: readFeverousPage },
  'wiki-pages': { fast: readWikiLine, slow: readWikiPage },
} as const satisfies Record<string, PageReaders>;

/**
 * The evidence records of a file of pages, page by page, without findings. Memory does not grow with the file, only with its longest
 * line.
 *
 * @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export function streamPageRecords(path: string, format: keyof typeof readers): Generator<PageRecords> {
  return readPageRecords(readChunks(path), readers[format], bufferTools);
}

/** What is met on the way through a file of pages. */
export interface PageTally {
  /** Lines that are no pages. */
  faults: number;
}

/** A block of lines is given away when it is this long. */
const blockChars = 1 << 17;

/**
 * The evidence records of a file of pages as JSON Lines, in blocks of whole lines, the same keys as those of tagged text. What the file
 * is, its first line tells; lines that are no pages are counted.
 *
 * @param shownFrom folder that paths in messages are relative to
 * @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE; UsageError for a file of something else.
 */
export function* streamPageLines(path: string, shownFrom: string, tally: PageTally): Generator<string> {
  const head = readHead(path);
  const format = [wikiPages, feverousPages].find(({ sniff }) => sniff(head));
  if (format === undefined) {
    throw new UsageError(
      `"${shownPath(path, shownFrom)}" holds neither FEVER's wiki-pages nor pages of FEVEROUS. \`claimset formats\` lists what is read.`,
    );
  }
  let block = '';
  for (const { records } of streamPageRecords(path, format.id as keyof typeof readers)) {
    if (records === undefined) tally.faults += 1;
    let section: string | undefined;
    for (const record of records ?? []) {
      const { title, kind, number, row, column, text } = record;
      const id = idOfPlainRecord(record);
      if (kind === 'section') section = id;
      const numbers = [number, row, column].filter((one) => one >= 0);
      block += `${JSON.stringify({ id, title, kind, numbers, text, section: kind === 'section' ? undefined : section })}\n`;
    }
    if (block.length < blockChars) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
