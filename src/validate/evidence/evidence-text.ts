import { contextOf } from '../../corpus/context.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import type { RecordEntry } from '../record-entry.ts';
import { evidenceOf } from './evidence-of.ts';

/** The text of each id of a record's evidence, without repetitions and without what it is about; ids that the corpus lacks left out. */
export function citedTexts(entry: RecordEntry, evidence: Evidence): string[] {
  const texts = new Map<string, string>();
  for (const { id } of evidenceOf(entry)) {
    const record = evidence.get(id);
    if (record !== undefined) texts.set(record.id, record.text);
  }
  return [...texts.values()];
}

/**
 * All that an annotator sees of a record's evidence, without repetitions: the text of each id, and what it is about (title,
 * heading, header cells). `undefined` where the corpus lacks one of the ids.
 */
export function evidenceTexts(entry: RecordEntry, evidence: Evidence): string[] | undefined {
  const ids = new Set<string>();
  for (const { id } of evidenceOf(entry)) {
    const record = evidence.get(id);
    if (record === undefined) return undefined;
    ids.add(record.id);
    for (const other of contextOf(record)) ids.add(other);
  }
  return Array.from(ids, (id) => evidence.text(id) ?? '').filter((text) => text !== '');
}
