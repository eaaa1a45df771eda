import { readFeverousPage } from '../formats/corpora/feverous-pages.ts';
import { readFeverousLine } from '../formats/corpora/read-feverous-line.ts';
import { type PageReaders, type PageRecords, readPageRecords } from '../formats/corpora/read-page-records.ts';
import { readWikiLine } from '../formats/corpora/read-wiki-line.ts';
import { readWikiPage } from '../formats/corpora/wiki-pages.ts';
import { bufferTools } from './buffer-tools.ts';
import { readChunks } from './files.ts';

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
