import type { Diagnostic, Place } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { formatRules } from '../format-rules.ts';

/** Counts the annotations of a file that do not count. */
export class SkippedAnnotations {
  #count = 0;
  #first: { readonly place: Place; readonly status: string } | undefined;

  /** @param status cancelled, discarded or a draft */
  add(status: string, place: () => Place): void {
    this.#count += 1;
    this.#first ??= { place: place(), status };
  }

  /** One finding for the file; none where nothing was skipped. */
  *findings(): Generator<Diagnostic> {
    if (this.#first === undefined) return;
    const { place, status } = this.#first;
    yield this.#count === 1
      ? createDiagnostic(formatRules.skippedAnnotation, 'only', { data: { status }, place })
      : createDiagnostic(formatRules.skippedAnnotation, 'some', { data: { count: this.#count }, place });
  }
}

/** That annotators disagree. */
export function annotationsDiffer(count: number, place: Place): Diagnostic {
  return createDiagnostic(formatRules.annotationsDiffer, 'differ', { data: { count }, place });
}

/** What one annotator decided. */
export interface Decision {
  /** In any spelling; absent where none was chosen. */
  readonly label: string | undefined;
  readonly evidence: readonly (readonly string[])[];
}

/** The decision that all annotators made; `undefined` where they differ. Nothing was decided where there is none. */
export function commonDecision<D extends Decision>(decisions: readonly D[]): D | undefined {
  const [first] = decisions;
  const said = ({ label, evidence }: Decision): string => JSON.stringify([label, evidence]);
  return first !== undefined && decisions.every((decision) => said(decision) === said(first))
    ? first
    : undefined;
}
