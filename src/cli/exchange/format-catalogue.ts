import { corpusFormats } from '../../formats/corpora/index.ts';
import { findById } from '../../formats/find-by-id.ts';
import { folderFormats } from '../../formats/folders/index.ts';
import { formats } from '../../formats/index.ts';
import type { FormatToPrint } from '../../formats/print-format-page.ts';
import { databaseFormats } from '../../io/stores/index.ts';

/** A format of any kind, as lists and pages show it. */
export interface CatalogueFormat extends FormatToPrint {
  readonly kind: 'claims' | 'articles' | 'dataset';
  readonly isRead: boolean;
  readonly isWritten: boolean;
}

const all: readonly Omit<CatalogueFormat, 'commands'>[] = [
  ...formats.map((format) => ({ ...format, kind: 'claims' as const, ...directionsOf(format) })),
  ...corpusFormats.map((format) => ({ ...format, kind: 'articles' as const, ...directionsOf(format) })),
  ...databaseFormats.map((format) => ({
    ...format,
    kind: 'articles' as const,
    isRead: true,
    isWritten: true,
    directions: 'Read and written',
  })),
  ...folderFormats.map((format) => ({
    ...format,
    kind: 'dataset' as const,
    isRead: false,
    isWritten: true,
    directions: 'A folder of files. Written, and read back to prove it',
  })),
];

const kinds: readonly CatalogueFormat['kind'][] = ['claims', 'articles', 'dataset'];

/** All formats: of claims, of articles, of whole datasets; each kind sorted by id. */
export const formatCatalogue: readonly CatalogueFormat[] = kinds.flatMap((kind) =>
  all
    .filter((format) => format.kind === kind)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((format) => ({ ...format, commands: commandsOf(format) })),
);

/** The command lines that read and write a format. */
function commandsOf({
  id,
  kind,
  isRead,
  isWritten,
  extensions: [extension = ''] = [],
}: Omit<CatalogueFormat, 'commands'>): string[] {
  const file = extension === '' ? 'out' : `out.${extension}`;
  const read =
    kind === 'claims'
      ? `claimset import ${id} ${file.replace('out', 'in')} -o claims/imported.jsonl`
      : // Databases are told by what is in them.
        `claimset ingest ${databaseFormats.some((one) => one.id === id) ? '' : `--format ${id} `}${file.replace('out', 'in')} -o corpus/`;
  return [...(isRead ? [read] : []), ...(isWritten ? [`claimset export --format ${id} -o ${file}`] : [])];
}

function directionsOf({ read, write }: { readonly read?: unknown; readonly write?: unknown }) {
  const [isRead, isWritten] = [read !== undefined, write !== undefined];
  const directions = isRead ? (isWritten ? 'Read and written' : 'Read only') : 'Written only';
  return { isRead, isWritten, directions };
}

/** The format of an id, of any kind. @throws UsageError where there is none, with the nearest ids. */
export function findAnyFormat(id: string): CatalogueFormat {
  return findById(id, formatCatalogue);
}
