import { isObject } from '../text/is-object.ts';
import { type Challenge, challenges } from './challenge.ts';
import { type Label, labels } from './label.ts';
import { type Mutation, mutations } from './mutation.ts';

/**
 * Whether a parsed JSON value is certainly a claim. Says no too where only the schema can tell, and never yes to what the schema
 * refuses: asked first, because it takes a tenth of the schema's time (`npm run bench`).
 */
export function isPlainClaim(json: unknown): boolean {
  return isObject(json) && isPlainButEvidence(json) && isEvidence(json.evidence);
}

/** The same of a claim's keys other than `evidence`, which the files of other datasets write in another way. */
export function isPlainButEvidence(json: Readonly<Record<string, unknown>>): boolean {
  const { id, claim, label, challenge, mutation, source, split, fingerprints } = json;
  return (
    isId(id) &&
    isFilled(claim) &&
    labels.includes(label as Label) &&
    (challenge === undefined || challenges.includes(challenge as Challenge)) &&
    (mutation === undefined || mutations.includes(mutation as Mutation)) &&
    (source === undefined || isFilled(source)) &&
    (split === undefined || (typeof split === 'string' && /^\w+$/.test(split))) &&
    fingerprints === undefined
  );
}

/** The same of an annotation. */
export function isPlainAnnotation(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { claim, annotator, label, evidence, at, seconds, comment, fingerprints, adjudication } = json;
  return (
    isId(claim) &&
    isFilled(annotator) &&
    labels.includes(label as Label) &&
    isEvidence(evidence) &&
    typeof at === 'string' &&
    plainTime.test(at) &&
    isDuration(seconds) &&
    isTextOrAbsent(comment) &&
    fingerprints === undefined &&
    adjudication === undefined &&
    isPlainOfPage(json)
  );
}

/** Keys of few annotations, which the schema looks at. */
const forTheSchema = ['before', 'clock', 'consulted', 'reason', 'received', 'trail'] as const;

/** The same of the keys that the annotation page adds. */
function isPlainOfPage(json: Readonly<Record<string, unknown>>): boolean {
  const { seq, prev, device, number, idleSeconds, hiddenSeconds, challenge, despite, guidelines } = json;
  const { suggested, late } = json;
  return (
    isCount(seq) &&
    (prev === undefined || (typeof prev === 'string' && /^[0-9a-f]{16}$/.test(prev))) &&
    (device === undefined || (typeof device === 'string' && /^[0-9a-z]{1,32}$/.test(device))) &&
    isCount(number) &&
    isDuration(idleSeconds) &&
    isDuration(hiddenSeconds) &&
    (challenge === undefined || challenges.includes(challenge as Challenge)) &&
    isTextOrAbsent(despite) &&
    isTextOrAbsent(guidelines) &&
    (suggested === undefined || typeof suggested === 'boolean') &&
    (late === undefined || typeof late === 'boolean') &&
    forTheSchema.every((key) => json[key] === undefined)
  );
}

function isDuration(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && value >= 0);
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isCount(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value > 0);
}

/** A time on one of the first 28 days, which every month has. */
const plainTime =
  /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[-+](?:0\d|1[0-3]):[0-5]\d)$/;

function isId(id: unknown): boolean {
  return typeof id === 'number' ? Number.isSafeInteger(id) : isFilled(id);
}

function isFilled(text: unknown): boolean {
  return typeof text === 'string' && text !== '';
}

/** Evidence as claimset's own files have it: non-empty sets of non-empty ids, or none. */
function isEvidence(evidence: unknown): boolean {
  if (!Array.isArray(evidence)) return false;
  for (const set of evidence) {
    if (!Array.isArray(set) || set.length === 0) return false;
    for (const id of set) if (typeof id !== 'string' || id === '') return false;
  }
  return true;
}
