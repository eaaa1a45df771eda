import { decodeLossless } from '../../text/decode-utf8.ts';
import { isObject } from '../../text/is-object.ts';
import type { FolderReader } from '../folder-format.ts';
import { parseCardHeader } from './card-header.ts';
import type { ParquetContents } from './parquet/read-parquet.ts';

/** Whether the header of the card tells of just the files that are there, with their numbers of rows: what does not fit, in words. */
export function cardProblems(folder: FolderReader, files: ReadonlyMap<string, ParquetContents>): string[] {
  if (!folder.paths.includes('README.md')) return ['README.md: it is missing'];
  const header = parseCardHeader(decodeLossless(folder.bytes('README.md')).text);
  if (header === undefined) return ['README.md: its header cannot be read'];
  const told = new Set<string>();
  const problems: string[] = [];
  for (const config of objectsOf(header.configs)) {
    const info = objectsOf(header.dataset_info).find(({ config_name: name }) => name === config.config_name);
    for (const { split, path } of objectsOf(config.data_files)) {
      const file = files.get(String(path));
      told.add(String(path));
      const rows = objectsOf(info?.splits).find(({ name }) => name === split)?.num_examples;
      if (file === undefined) problems.push(`README.md: it names ${String(path)}, which is not there`);
      else if (file.rows.length !== rows)
        problems.push(`README.md: ${String(path)} has ${file.rows.length} rows, not ${String(rows)}`);
    }
  }
  for (const path of files.keys()) if (!told.has(path)) problems.push(`README.md: it does not name ${path}`);
  return problems;
}

function objectsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
