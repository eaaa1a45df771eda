import { createHash } from 'node:crypto';
import type { FolderFormat, FolderReader, SplitDataset } from '../../../src/formats/folder-format.ts';
import type { FormatContext } from '../../../src/formats/format.ts';

/** The files of a dataset by path, as they would be written. */
export function writeInMemory(
  format: FolderFormat,
  dataset: SplitDataset,
  context: FormatContext,
): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const put = (path: string, pieces: Iterable<string | Uint8Array>) =>
    files.set(path, Buffer.concat([...pieces].map((piece) => Buffer.from(piece as string))));
  for (const { path, pieces } of format.files(dataset, context)) put(path, pieces);
  const written = [...files].map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  for (const { path, pieces } of format.filesAbout?.(dataset, written, context) ?? []) put(path, pieces);
  return files;
}

export function readerOf(files: ReadonlyMap<string, Uint8Array>): FolderReader {
  return {
    paths: [...files.keys()].sort(),
    bytes: (path) => {
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error(`There is no ${path}.`);
      return bytes;
    },
  };
}
