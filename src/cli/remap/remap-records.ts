import { join } from 'node:path';
import type { Config } from '../../claims/config.ts';
import { renewChain } from '../../claims/renew-chain.ts';
import { applyEdits } from '../../diagnostic/apply-edits.ts';
import type { Diagnostic, Edit } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { kindOfPath, readBytes, shownPath } from '../../io/files.ts';
import { findFilesToCheck, suppressionsName } from '../../io/record-files.ts';
import type { FileChange } from '../../io/write-all-files.ts';
import { decodeLossless, encodeUtf8 } from '../../text/decode-utf8.ts';
import { readLines } from '../../text/source-line.ts';
import { createLineEntry } from '../../validate/line-entry.ts';
import { isRecord } from '../../validate/record-of.ts';
import type { RemapPlanner } from '../../validate/remap/plan-remap.ts';
import { remapRules } from '../../validate/remap/remap-rules.ts';
import { suppressionEdits } from '../../validate/remap/suppression-edits.ts';
import type { Replacement } from './replaced-articles.ts';

/** Where the records are that follow their articles. */
export interface RecordsToRemap {
  readonly folder: string;
  readonly config: Config;
  readonly replacement: Replacement;
  readonly cwd: string;
}

/** What changes in the record files of a dataset. */
export interface RemappedRecords {
  readonly files: readonly FileChange[];
  /** Of the files that change, as messages show them. */
  readonly changes: readonly { readonly file: string; readonly ids: number; readonly lines: number }[];
  /** Lines that no record can be read from, whose ids nobody can move. */
  readonly refused: readonly Diagnostic[];
  readonly recordFiles: number;
  readonly records: number;
}

/** Shows all records of a dataset to the planner, and gives back their files as they would be; lines that do not change keep every byte. */
export function remapRecords(
  planner: RemapPlanner,
  { folder, config, replacement, cwd }: RecordsToRemap,
): RemappedRecords {
  const files: FileChange[] = [];
  const changes: { file: string; ids: number; lines: number }[] = [];
  const refused: Diagnostic[] = [];
  const claims = join(folder, config.claims);
  let records = 0;
  const add = (path: string, bytes: Uint8Array, groups: readonly (readonly Edit[])[]): void => {
    if (groups.length === 0) return;
    const { text, invalidBytes } = decodeLossless(bytes);
    // Edit by edit: those of one record never overlap.
    const edited = applyEdits(text, groups);
    const renewed = renewChain(text, edited.text);
    files.push({ path, before: bytes, after: encodeUtf8({ text: renewed, invalidBytes }) });
    const ids = groups.reduce((sum, group) => sum + group.length, 0);
    changes.push({ file: shownPath(path, cwd), ids, lines: groups.length });
  };
  const found = kindOfPath(claims) === 'folder' ? findFilesToCheck([claims], cwd).records : [];
  for (const { path, kind } of found) {
    const bytes = readBytes(path);
    const groups: (readonly Edit[])[] = [];
    for (const line of readLines(shownPath(path, cwd), [bytes])) {
      if (line.text.trim() === '') continue;
      records += 1;
      const entry = createLineEntry(line, { kind, form: undefined, fileEnd: line.end });
      const isWhole = entry.problems.length === 0 && line.invalidBytes.length === 0;
      if (!isWhole || !isRecord(entry)) {
        const end = Math.min(line.text.length, 1);
        refused.push(createDiagnostic(remapRules.gone, 'refused', { place: entry.at({ start: 0, end }) }));
        continue;
      }
      const edits = planner.take(entry);
      if (edits.length > 0) groups.push(edits);
    }
    add(path, bytes, groups);
  }
  const suppressions = join(claims, suppressionsName);
  if (kindOfPath(suppressions) === 'file') {
    const bytes = readBytes(suppressions);
    const groups: (readonly Edit[])[] = [];
    const movedFile = createMovedFile(config, replacement);
    for (const line of readLines(shownPath(suppressions, cwd), [bytes])) {
      const edits = suppressionEdits(line, { movedId: (id) => planner.movedId(id), movedFile });
      if (edits.length > 0) groups.push(edits);
    }
    add(suppressions, bytes, groups);
  }
  return { files, changes, refused, recordFiles: found.length, records };
}

/** The new path of an article from the dataset folder. */
function createMovedFile({ corpus }: Config, { renamed }: Replacement): (file: string) => string | undefined {
  const prefix = `${corpus.replace(/^(?:\.\/)+|\/+$/g, '')}/`;
  return (file) => {
    const next = file.startsWith(prefix) ? renamed.get(file.slice(prefix.length)) : undefined;
    return next === undefined ? undefined : prefix + next;
  };
}
