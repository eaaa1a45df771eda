import type { Annotation } from '../../src/claims/annotation.ts';
import type { Claim } from '../../src/claims/claim.ts';
import type { RecordForm } from '../../src/claims/record-form.ts';
import { readLines } from '../../src/text/source-line.ts';
import { annotationEntry, claimEntry, createLineEntry } from '../../src/validate/line-entry.ts';
import type { AnnotationEntry, ClaimEntry } from '../../src/validate/record-entry.ts';

const encoder = new TextEncoder();

/** The claims of a file, where each line must be one or blank. */
export function claimsOf(text: string, file = 'claims/a.jsonl', form?: RecordForm): ClaimEntry[] {
  return [...readLines(file, [encoder.encode(text)])].flatMap((line) => {
    if (line.text === '') return [];
    const entry = createLineEntry(line, { kind: 'claim', form, fileEnd: '\n' });
    return claimEntry(entry, entry.json as Claim) as ClaimEntry;
  });
}

/** The annotations of a file, all of which must be annotations. */
export function annotationsOf(text: string, file = 'claims/annotations/a.jsonl'): AnnotationEntry[] {
  return [...readLines(file, [encoder.encode(text)])].map((line) => {
    const entry = createLineEntry(line, { kind: 'annotation', form: undefined, fileEnd: '\n' });
    return annotationEntry(entry, entry.json as Annotation) as AnnotationEntry;
  });
}
