import { formatEvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isObject } from '../../text/is-object.ts';

/** Evidence in the form of another dataset. */
export interface ForeignEvidence {
  /** The form in words, such as `FEVER: …`. */
  readonly form: string;
  /** The form by the name it has after `--format`; absent for that of predictions. */
  readonly formId?: 'fever' | 'feverous' | 'scifact';
  /** The same evidence as evidence sets, where ids can be made of it. */
  readonly sets?: readonly (readonly string[])[];
}

/** Items looked at: a form shows in the first ones. */
const maxItems = 100;

/** The form of evidence that the schema refuses; `undefined` where it is none that other datasets of the family have. */
export function foreignForm(evidence: unknown): ForeignEvidence | undefined {
  if (isRationales(evidence))
    return { form: 'SciFact: an object with rationales for each document', formId: 'scifact' };
  if (!Array.isArray(evidence)) return undefined;
  const items: readonly unknown[] = evidence.slice(0, maxItems);
  if (items.some((item) => isObject(item) && Object.hasOwn(item, 'content')))
    return { form: 'FEVEROUS: objects with `content` and `context`', formId: 'feverous' };
  if (items.some(isTuple))
    return { form: 'FEVER: [annotation id, evidence id, page, sentence]', formId: 'fever' };
  if (items.some((item) => Array.isArray(item) && item.slice(0, maxItems).some(isTuple)))
    return { form: 'FEVER: evidence sets of [annotation id, evidence id, page, sentence]', formId: 'fever' };
  if (items.some(isPair)) return { form: 'predicted FEVER evidence: [page, sentence]' };
  if (items.some((item) => Array.isArray(item) && item.slice(0, maxItems).some(isPair)))
    return { form: 'FEVER evidence: evidence sets of [page, sentence]' };
  if (evidence.length > 0 && items.every(isTriple)) {
    const ids = items.map((item) => (item as readonly (string | number)[]).join('_'));
    const form = 'predicted FEVEROUS evidence: [title, kind, number]';
    return evidence.length <= maxItems ? { form, sets: [ids] } : { form };
  }
  return undefined;
}

/** Whether evidence is a list of ids that stand in no evidence sets. */
export function isFlatList(evidence: unknown): evidence is readonly string[] {
  return Array.isArray(evidence) && evidence.length > 0 && evidence.every((id) => typeof id === 'string');
}

/** The id that an evidence set is when its id was cut into title, kind and numbers; `undefined` for a set of ids. */
export function idInPieces(set: readonly string[]): string | undefined {
  if (set.length < 3 || set.length > 5) return undefined;
  if (set.some((piece, which) => which > 0 && parseEvidenceId(piece) !== undefined)) return undefined;
  const parts = parseEvidenceId(set.join('_'));
  return parts !== undefined && parts.title === set[0] ? formatEvidenceId(parts) : undefined;
}

/** SciFact's gold: by document, lists of rationales, each with its sentences. */
function isRationales(evidence: unknown): boolean {
  if (!isObject(evidence)) return false;
  const [first] = Object.values(evidence) as readonly unknown[];
  return Array.isArray(first) && isObject(first[0]) && Object.hasOwn(first[0], 'sentences');
}

/** FEVER's gold: numbers are null where nobody found evidence. */
function isTuple(item: unknown): boolean {
  if (!Array.isArray(item) || item.length !== 4) return false;
  const [annotation, evidence, page, sentence] = item as readonly unknown[];
  return (
    [annotation, evidence, sentence].every(isNumberOrNull) && (page === null || typeof page === 'string')
  );
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || typeof value === 'number';
}

/** A page and a sentence number; next to an evidence id the number is only a slip. */
function isPair(item: unknown): boolean {
  if (!Array.isArray(item) || item.length !== 2) return false;
  const [page, sentence] = item as readonly unknown[];
  return typeof page === 'string' && parseEvidenceId(page) === undefined && typeof sentence === 'number';
}

/** A title, a kind, and its numbers or their digits. */
function isTriple(item: unknown): boolean {
  if (!Array.isArray(item) || item.length < 3 || item.length > 5) return false;
  const [title, kind] = item as readonly unknown[];
  if (typeof title !== 'string' || typeof kind !== 'string') return false;
  return parseEvidenceId(item.join('_'))?.title === title;
}
