import { join, relative } from 'node:path';
import { aggregationKey, type LabelSource, labelSourceOf } from '../../claims/aggregation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { Label } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { applyEdits } from '../../diagnostic/apply-edits.ts';
import type { Edit } from '../../diagnostic/diagnostic.ts';
import { aggregationEdits, type ClaimPart, openClaimOf } from '../../io/claims/aggregation-edits.ts';
import { insertLine } from '../../io/claims/insert-line.ts';
import { labelledFileOf } from '../../io/claims/labelled-file.ts';
import { kindOfPath, readBytes, shownPath, withSlashes } from '../../io/files.ts';
import { findFilesToCheck } from '../../io/record-files.ts';
import type { FileChange } from '../../io/write-all-files.ts';
import type { AggregatedClaim } from '../../stats/aggregation/aggregate-claims.ts';
import { type DecodedText, decodeLossless, encodeUtf8 } from '../../text/decode-utf8.ts';
import { readLines, type SourceLine } from '../../text/source-line.ts';
import { createLineEntry } from '../../validate/line-entry.ts';

/** A record that gets its label, evidence or provenance. */
export interface AggregatedRecord {
  readonly claim: AggregatedClaim;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The label before; `null` where there was none. */
  readonly was: string | null;
  readonly changes: readonly ClaimPart[];
  /** The record as it is to be, without the line's end. */
  readonly text: string;
}

/** What an aggregation changes in the claims of a dataset. */
export interface AppliedAggregation {
  readonly files: readonly FileChange[];
  /** In the order of files and lines. */
  readonly records: readonly AggregatedRecord[];
  /** Annotated claims that the dataset does not have. */
  readonly unknown: readonly ClaimId[];
  /** Ids that several claims have: which of them was annotated, nobody can tell. */
  readonly repeated: readonly ClaimId[];
  /** Annotated claims that say an adjudication decided them, which the journals do not have: it is not overruled. */
  readonly unsettled: readonly ClaimId[];
  /** Annotated claims with a key `aggregation` that claimset did not write. */
  readonly foreign: readonly ClaimId[];
  /** Lines that no claim could be read from. */
  readonly unreadable: number;
}

/** The claims of a folder as aggregated ones make them, without writing; lines that do not change keep every byte. */
export function applyAggregation(
  aggregated: readonly AggregatedClaim[],
  { claims, cwd }: { readonly claims: string; readonly cwd: string },
): AppliedAggregation {
  const byId = new Map(aggregated.map((claim) => [claimIdKey(claim.id), claim]));
  const sources = readClaims(claims, cwd);
  const times = new Map<string, number>();
  for (const { entries } of sources) {
    for (const { id } of entries) times.set(claimIdKey(id), (times.get(claimIdKey(id)) ?? 0) + 1);
  }
  const texts = new Map(sources.map(({ path, bytes }) => [path, decodeLossless(bytes)]));
  const moves: { readonly path: string; readonly id: ClaimId; readonly text: string }[] = [];
  const records: AggregatedRecord[] = [];
  const unsettled: ClaimId[] = [];
  const foreign: ClaimId[] = [];
  for (const { path, name, entries, isUnlabelled } of sources) {
    const groups: (readonly Edit[])[] = [];
    for (const { id, label: was, source, line } of entries) {
      const claim = byId.get(claimIdKey(id));
      if (claim === undefined || times.get(claimIdKey(id)) !== 1) continue;
      if (source === 'foreign') foreign.push(claim.id);
      const isUnsettled = source === 'adjudication' && claim.method !== 'adjudication';
      if (isUnsettled) unsettled.push(claim.id);
      if (source === 'foreign' || isUnsettled || !isDecided(claim)) continue;
      const { edits, changes } = aggregationEdits(createEntry(line), claim);
      if (edits.length === 0) continue;
      const text = editedLine(line, edits);
      records.push({ claim, file: name, line: line.number, was, changes, text });
      groups.push(isUnlabelled ? [removalOf(line)] : edits);
      const labelled = join(claims, labelledFileOf(withSlashes(relative(claims, path))));
      if (isUnlabelled) moves.push({ path: labelled, id, text });
    }
    const before = texts.get(path);
    if (groups.length > 0 && before !== undefined)
      texts.set(path, { ...before, text: applyEdits(before.text, groups).text });
  }
  // Into files as the aggregation has left them.
  for (const { path, id, text } of moves) {
    const { text: there, invalidBytes } = texts.get(path) ?? { text: '', invalidBytes: [] };
    texts.set(path, { text: insertLine(there, id, text), invalidBytes });
  }
  const files = changesOf(sources, texts);
  const annotated = [...byId].map(([key, { id }]) => ({ id, times: times.get(key) ?? 0 }));
  return {
    files,
    records,
    unknown: annotated.flatMap((claim) => (claim.times === 0 ? [claim.id] : [])),
    repeated: annotated.flatMap((claim) => (claim.times > 1 ? [claim.id] : [])),
    unsettled,
    foreign,
    unreadable: sources.reduce((sum, source) => sum + source.unreadable, 0),
  };
}

/** The files whose text is another one now. */
function changesOf(
  sources: readonly ClaimSource[],
  texts: ReadonlyMap<string, DecodedText>,
): readonly FileChange[] {
  const before = new Map(sources.map(({ path, bytes }) => [path, bytes]));
  return [...texts].flatMap(([path, decoded]) => {
    const [old, after] = [before.get(path), encodeUtf8(decoded)];
    return old !== undefined && Buffer.from(old).equals(after) ? [] : [{ path, before: old, after }];
  });
}

interface ClaimSource {
  readonly path: string;
  /** Whether its claims wait for a label: those that get one move to the file of the same name beside. */
  readonly isUnlabelled: boolean;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly entries: readonly {
    readonly id: ClaimId;
    readonly label: string | null;
    /** What the claim says that decided its label; `null` where it says nothing. */
    readonly source: LabelSource | 'foreign' | null;
    readonly line: SourceLine;
  }[];
  readonly unreadable: number;
}

function readClaims(folder: string, cwd: string): ClaimSource[] {
  if (kindOfPath(folder) !== 'folder') return [];
  return findFilesToCheck([folder], cwd)
    .records.filter(({ kind }) => kind !== 'annotation')
    .map(({ path, kind }) => {
      const bytes = readBytes(path);
      const name = shownPath(path, cwd);
      const entries: ClaimSource['entries'][number][] = [];
      // Where bytes are no text, what edits would do to them is not known: the file is left alone.
      const isText = decodeLossless(bytes).invalidBytes.length === 0;
      let unreadable = 0;
      for (const line of readLines(name, [bytes])) {
        if (line.text.trim() === '') continue;
        const claim = isText ? openClaimOf(createEntry(line)) : undefined;
        if (claim === undefined) unreadable += 1;
        else entries.push({ id: claim.id, label: claim.label ?? null, source: sourceOf(claim), line });
      }
      return { path, isUnlabelled: kind === 'unlabelled', name, bytes, entries, unreadable };
    });
}

function sourceOf(claim: OpenClaim): LabelSource | 'foreign' | null {
  return labelSourceOf(claim) ?? (Object.hasOwn(claim, aggregationKey) ? 'foreign' : null);
}

function createEntry(line: SourceLine) {
  return createLineEntry(line, { kind: 'claim', form: undefined, fileEnd: line.end });
}

function isDecided(claim: AggregatedClaim): claim is AggregatedClaim & { readonly label: Label } {
  return claim.label !== null;
}

/** Takes a line and its end out of its file. */
function removalOf({ offset, text, end }: SourceLine): Edit {
  return { span: { start: offset, end: offset + text.length + end.length }, text: '' };
}

function editedLine({ text, offset }: SourceLine, edits: readonly Edit[]): string {
  const inLine = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - offset, end: edit.span.end - offset },
  }));
  return applyEdits(text, [inLine]).text.replace(/^\uFEFF/, '');
}
