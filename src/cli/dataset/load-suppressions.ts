import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { RecordPath, RecordReader } from '../../io/record-files.ts';
import type { SourceLine } from '../../text/source-line.ts';
import { configurableRules } from '../../validate/known-rules.ts';
import type { ReadSuppressions } from '../../validate/suppressions/read-suppressions.ts';
import type { SuppressionEntry } from '../../validate/suppressions/suppression-entry.ts';

/** The suppressions of a dataset. */
export interface LoadedSuppressions {
  readonly file?: RecordPath & Pick<RecordReader, 'digest'> & { readonly hasRecords: boolean };
  readonly lines: readonly SourceLine[];
  readonly entries: readonly SuppressionEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The suppressions of a file; none where there is no file. */
export async function loadSuppressions(
  file: RecordPath | undefined,
  open: (file: RecordPath) => RecordReader,
): Promise<LoadedSuppressions> {
  if (file === undefined) return { lines: [], entries: [], diagnostics: [] };
  const reader = open(file);
  const lines = [...reader.lines];
  return {
    file: { ...file, digest: reader.digest, hasRecords: true },
    lines,
    ...(await readSuppressionLines(lines)),
  };
}

/** What lines of suppressions say, and what they have wrong. */
export async function readSuppressionLines(lines: Iterable<SourceLine>): Promise<ReadSuppressions> {
  const { readSuppressions } = await import('../../validate/suppressions/read-suppressions.ts');
  return readSuppressions(lines, configurableRules);
}
