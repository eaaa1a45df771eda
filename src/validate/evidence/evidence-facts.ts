import type { RecordForm } from '../../claims/record-form.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isEvidence } from '../../corpus/evidence-kind.ts';
import type { RecordEntry } from '../record-entry.ts';
import { certainlyDiffer } from './certainly-differ.ts';
import { evidenceSetsOf } from './evidence-of.ts';
import { sentenceTitleLength } from './sentence-title.ts';

/** An id that resolves to nothing, or without a corpus one that is none. */
export const hasUnresolved = 1;
/** An id of a marker, a heading or a title. */
export const hasNoEvidence = 2;
/** An element without text. */
export const hasEmpty = 4;
export const hasCell = 8;
export const hasHeaderCell = 16;
/** An evidence set that may name an id twice. */
export const mayRepeat = 32;
/** Two evidence sets of which one may hold all ids of the other. */
export const mayOverlap = 64;

/** More ids are not compared with one another here: the rules do that in another way. */
const maxCompared = 12;

let lastEntry: RecordEntry | undefined;
let lastEvidence: Evidence | undefined;
let lastFacts = 0;

/**
 * What rules about evidence look for, as the bits above; what is not among them is certainly not there. Found in one pass over the
 * ids, and kept for the rules that ask about the same record next.
 */
export function evidenceFacts(entry: RecordEntry, evidence: Evidence): number {
  if (entry === lastEntry && evidence === lastEvidence) return lastFacts;
  const sets = evidenceSetsOf(entry);
  let facts = evidence.size > 0 ? citedFacts(sets, evidence) : idFacts(sets, entry.form);
  if (sets.length > 1 && !areApart(sets)) facts |= mayOverlap;
  for (const ids of sets) if (ids.length > 1 && !areDistinct(ids)) facts |= mayRepeat;
  lastEntry = entry;
  lastEvidence = evidence;
  lastFacts = facts;
  return facts;
}

type Sets = readonly (readonly string[])[];

function citedFacts(sets: Sets, evidence: Evidence): number {
  let facts = 0;
  for (const ids of sets) {
    for (const id of ids) {
      const record = evidence.get(id);
      if (record === undefined) facts |= hasUnresolved;
      else {
        if (record.kind === 'cell') facts |= hasCell;
        else if (record.kind === 'header_cell') facts |= hasHeaderCell;
        else if (record.kind !== 'sentence' && !isEvidence(record.kind)) facts |= hasNoEvidence;
        if (record.text === '') facts |= hasEmpty;
      }
    }
  }
  return facts;
}

/** What ids tell by themselves. Those that the form of another dataset makes are ids. */
function idFacts(sets: Sets, form: RecordForm | undefined): number {
  if (form?.citesOnlySentences === true) return 0;
  let facts = 0;
  for (const ids of sets) {
    for (const id of ids) {
      if (sentenceTitleLength(id) > 0) continue;
      const kind = parseEvidenceId(id)?.kind;
      if (kind === undefined) facts |= form === undefined ? hasUnresolved : 0;
      else if (!isEvidence(kind)) facts |= hasNoEvidence;
    }
  }
  return facts;
}

/** Whether no two ids of a set can be the same. */
function areDistinct(ids: readonly string[]): boolean {
  if (ids.length > maxCompared) return false;
  for (let one = 1; one < ids.length; one++) {
    for (let other = 0; other < one; other++) {
      if (!certainlyDiffer(ids[one] as string, ids[other] as string)) return false;
    }
  }
  return true;
}

/** Whether each set has a first id that is in none of the others. */
function areApart(sets: Sets): boolean {
  if (sets.length > maxCompared) return false;
  for (let one = 0; one < sets.length; one++) {
    const first = sets[one]?.[0];
    if (first === undefined) return false;
    for (let other = 0; other < sets.length; other++) {
      if (other !== one && !isAbsent(first, sets[other] as readonly string[])) return false;
    }
  }
  return true;
}

function isAbsent(id: string, ids: readonly string[]): boolean {
  if (ids.length > maxCompared) return false;
  for (const other of ids) if (!certainlyDiffer(id, other)) return false;
  return true;
}
