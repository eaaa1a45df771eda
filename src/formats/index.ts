import { UsageError } from '../errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { CorpusFormat } from './corpus-format.ts';
import { fever } from './datasets/fever.ts';
import { feverous } from './datasets/feverous.ts';
import { jsonl } from './datasets/jsonl.ts';
import type { FolderFormat } from './folder-format.ts';
import { type Format, isReadable, isWritable } from './format.ts';
import { csv } from './tables/csv.ts';
import { tsv } from './tables/tsv.ts';

/** All formats of claim files, sorted by id. */
export const formats: readonly Format[] = [csv, fever, feverous, jsonl, tsv];

/** All formats of articles, sorted by id. */
export const corpusFormats: readonly CorpusFormat[] = [];

/** All formats that are folders, sorted by id. */
export const folderFormats: readonly FolderFormat[] = [];

/** Those that can be read, and those that can be written. */
export const readableFormats = formats.filter(isReadable);
export const writableFormats = formats.filter(isWritable);

/** The format of an id. @throws UsageError where there is none, with the nearest ids. */
export function findFormat(id: string): Format {
  return find(id, formats);
}

/** The format of articles of an id. @throws UsageError where there is none, with the nearest ids. */
export function findCorpusFormat(id: string): CorpusFormat {
  return find(id, corpusFormats);
}

/** The folder format of an id. @throws UsageError where there is none, with the nearest ids. */
export function findFolderFormat(id: string): FolderFormat {
  return find(id, folderFormats);
}

/** The format of an id among those that claims are written in. @throws UsageError where there is none. */
export function findWritableFormat(id: string) {
  return find(id, writableFormats);
}

/** The format of an id among those that claims are read from. @throws UsageError where there is none. */
export function findReadableFormat(id: string) {
  return find(id, readableFormats);
}

function find<Item extends { readonly id: string }>(id: string, items: readonly Item[]): Item {
  const found = items.find((item) => item.id === id);
  if (found !== undefined) return found;
  const ids = items.map((item) => item.id);
  throw new UsageError(
    `There is no format "${id}". ${didYouMean(id, ids) ?? `Use one of ${ids.join(', ')}.`}`,
  );
}
