import { canonicalJson } from '../../text/canonical-json.ts';
import { OfficialFailure } from '../official-failure.ts';
import type { JsonObject } from '../scorer.ts';
import {
  checkPythonSet,
  checkPythonSlice,
  pythonElement,
  pythonElements,
  pythonItems,
  pythonLength,
  pythonMember,
} from './python-value.ts';

/** What the evaluator makes of a document's rationales. */
interface OfficialDocument {
  readonly label: unknown;
  readonly rationales: readonly unknown[];
}

/**
 * Fails where `eval.py` of scifact-evaluator fails on a pair of records, in its order: the gold rationales, the ids, then each
 * predicted document. The evaluator does each step for all claims before the next, so that of several failures in a file another may
 * be its first.
 *
 * @throws OfficialFailure
 */
export function failAsScifact(gold: JsonObject, prediction: JsonObject): void {
  const documents = documentsOf(gold);
  if (canonicalJson(pythonMember(gold, 'id')) !== canonicalJson(pythonMember(prediction, 'id')))
    throw new OfficialFailure('ValueError', 'Predicted claims do not match gold.');
  for (const { rationales } of documents.values())
    for (const rationale of rationales) pythonLength(rationale);
  for (const [id, predicted] of pythonItems(pythonMember(prediction, 'evidence'))) {
    const label = pythonMember(predicted, 'label');
    if (label !== 'SUPPORT' && label !== 'CONTRADICT') {
      // The stray f is the evaluator's.
      const shown = typeof label === 'string' ? label : label === null ? 'None' : canonicalJson(label);
      throw new OfficialFailure('ValueError', `Unallowed label f${shown} predicted.`);
    }
    checkDocument(documents.get(id), label, predicted);
  }
}

function documentsOf(gold: JsonObject): Map<string, OfficialDocument> {
  const documents = new Map<string, OfficialDocument>();
  for (const [id, entries] of pythonItems(pythonMember(gold, 'evidence'))) {
    const rationales = pythonElements(entries).map((entry) => pythonMember(entry, 'sentences'));
    const labels = pythonElements(entries).map((entry) => pythonMember(entry, 'label'));
    checkPythonSet(labels);
    if (new Set(labels).size > 1) throw new OfficialFailure('ValueError', 'Conflicting labels.');
    documents.set(id, { label: pythonElement(labels, 0), rationales });
  }
  return documents;
}

function checkDocument(document: OfficialDocument | undefined, label: string, predicted: unknown): void {
  if (document !== undefined && document.label === label) {
    for (const rationale of document.rationales) checkPythonSet(rationale);
    checkPythonSlice(pythonMember(predicted, 'sentences'));
  }
  const sentences = pythonMember(predicted, 'sentences');
  pythonLength(sentences);
  if (document === undefined) return;
  const sets = document.rationales.map((rationale) => {
    checkPythonSet(rationale);
    return new Set(pythonElements(rationale));
  });
  checkPythonSet(sentences);
  for (const sentence of new Set(pythonElements(sentences))) {
    if (sets.filter((set) => set.has(sentence)).length > 1)
      throw new OfficialFailure(
        'AssertionError',
        `none given, sentence ${canonicalJson(sentence)} is in two rationales`,
      );
  }
}
