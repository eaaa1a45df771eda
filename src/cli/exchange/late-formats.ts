import type { CorpusFormat } from '../../formats/corpus-format.ts';
import type { FolderFormat } from '../../formats/folder-format.ts';
import type { DatabaseFormat } from '../../io/stores/database-format.ts';

/** A format that articles are written in. */
export type WritableCorpusFormat = CorpusFormat & Required<Pick<CorpusFormat, 'write'>>;

/** A format that something else than claims alone is written in. */
export type LateFormat =
  | { readonly kind: 'articles'; readonly format: WritableCorpusFormat }
  | { readonly kind: 'database'; readonly format: DatabaseFormat }
  | { readonly kind: 'folder'; readonly format: FolderFormat };

/**
 * The ids of all of them, sorted. As words, because loading what reads and writes HTML, YAML and Parquet would take a third of the
 * time in which every export starts; a test holds them to the registries.
 */
export const lateFormatIds: readonly string[] = [
  'beir',
  'fever-db',
  'feverous-db',
  'feverous-pages',
  'huggingface',
  'mteb',
  'scifact-corpus',
  'tagged-text',
  'wiki-pages',
];

/** The format of an id; `undefined` where it is none of them. */
export async function loadLateFormat(id: string): Promise<LateFormat | undefined> {
  return (await loadLateFormats()).find(({ format }) => format.id === id);
}

/** All of them, sorted by id. */
export async function loadLateFormats(): Promise<LateFormat[]> {
  const [{ corpusFormats }, { folderFormats }, { databaseFormats }] = await Promise.all([
    import('../../formats/corpora/index.ts'),
    import('../../formats/folders/index.ts'),
    import('../../io/stores/index.ts'),
  ]);
  const writable = corpusFormats.filter(
    (format): format is WritableCorpusFormat => format.write !== undefined,
  );
  const all: LateFormat[] = [
    ...writable.map((format) => ({ kind: 'articles' as const, format })),
    ...databaseFormats.map((format) => ({ kind: 'database' as const, format })),
    ...folderFormats.map((format) => ({ kind: 'folder' as const, format })),
  ];
  return all.sort((a, b) => (a.format.id < b.format.id ? -1 : 1));
}
