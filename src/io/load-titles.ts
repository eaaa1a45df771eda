import { startsWithMagic, TitleTable } from '../corpus/title-table.ts';
import { ToolError } from '../errors.ts';
import { byteOrderMarkLength, readLines } from '../text/source-line.ts';
import { bufferTools } from './buffer-tools.ts';
import { readBytes, readChunks } from './files.ts';

/**
 * The titles of a file: of one that `claimset titles` wrote, which is loaded as it is, or of a list with one title a line.
 *
 * @throws ToolError TITLES_BROKEN for a table that was cut or changed, FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export function loadTitles(path: string): TitleTable {
  if (path !== '-' && beginsAsTable(path)) {
    const table = TitleTable.fromBytes(readBytes(path));
    if (table !== undefined) return table;
    throw new ToolError(
      'TITLES_BROKEN',
      `The table of titles "${path}" was cut or changed, or is of another version. Make it anew with \`claimset titles\`.`,
    );
  }
  return TitleTable.from(readTitles(path));
}

/** The titles of a list, one a line; blank lines are none. */
export function* readTitles(path: string, convert = (title: string) => title): Generator<string> {
  for (const line of readLines(path, readChunks(path), bufferTools)) {
    const title = line.text.slice(byteOrderMarkLength(line));
    if (title !== '') yield convert(title);
  }
}

function beginsAsTable(path: string): boolean {
  for (const chunk of readChunks(path)) return startsWithMagic(chunk);
  return false;
}
