import { z } from 'zod';
import { claimSchema } from '../../claims/claim.ts';
import { isPlainButEvidence } from '../../claims/is-plain-record.ts';
import type { Label } from '../../claims/label.ts';
import { isSchemaLine } from '../../claims/schema-line.ts';
import { isObject } from '../../text/is-object.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { formatRules } from '../format-rules.ts';
import type { ValueWords } from '../schema-findings.ts';
import { defineForm, type Fault, fault } from './define-form.ts';
import { evidenceShape } from './evidence-shape.ts';
import { listOf, objectOf } from './first-faults.ts';

const setSchema = z.looseObject({
  content: listOf(z.string().min(1)),
  context: objectOf(listOf(z.string())).exactOptional(),
});

const schema = claimSchema.extend({ evidence: listOf(setSchema) });

/** A claim as FEVEROUS' files have it. */
export type FeverousRecord = z.infer<typeof schema>;

/** The claim files of FEVEROUS. */
export const feverousForm = defineForm<FeverousRecord>({
  id: 'feverous',
  title: 'FEVEROUS',
  sniff: (json) => isObject(json) && (isSchemaLine(json) || evidenceShape(json.evidence) === 'feverous'),
  // The official readers skip the first line without a look; anywhere else it would be taken for a claim.
  isHeader: (json, lineNumber) => lineNumber === 1 && isSchemaLine(json),
  schema,
  faults,
  claim: (record) => ({ ...record, evidence: contentsOf(record) }),
  plainClaim: (json) => {
    if (!isPlainButEvidence(json)) return undefined;
    const record = json as FeverousRecord;
    return areSets(json.evidence, record.label) ? { ...record, evidence: contentsOf(record) } : undefined;
  },
  wordsOf,
  pathOf: (path) => {
    const [key, set, ...rest] = path;
    return key === 'evidence' && set !== undefined ? [key, set, 'content', ...rest] : path;
  },
});

/** The evidence of a record: the only set of a NOT ENOUGH INFO claim may be empty, where nothing was found. */
export function contentsOf(record: FeverousRecord): string[][] {
  return nothingFound(record) ? [] : record.evidence.map(({ content }) => content as string[]);
}

function nothingFound({ label, evidence }: FeverousRecord): boolean {
  return label === 'NOT ENOUGH INFO' && evidence.length === 1 && evidence[0]?.content.length === 0;
}

/** Whether evidence is certainly what the schema accepts, and without faults. */
function areSets(evidence: unknown, label: Label): boolean {
  if (!Array.isArray(evidence)) return false;
  for (const set of evidence as readonly unknown[]) {
    if (!isObject(set) || !areStrings(set.content, false)) return false;
    const isEmpty = (set.content as readonly unknown[]).length === 0;
    if (isEmpty && (label !== 'NOT ENOUGH INFO' || evidence.length > 1)) return false;
    if (set.context === undefined) continue;
    if (!isObject(set.context)) return false;
    for (const id in set.context) if (!areStrings(set.context[id], true)) return false;
  }
  return true;
}

function areStrings(list: unknown, mayBeEmpty: boolean): boolean {
  if (!Array.isArray(list)) return false;
  for (const item of list) if (typeof item !== 'string' || (item === '' && !mayBeEmpty)) return false;
  return true;
}

function* faults(record: FeverousRecord): Generator<Fault> {
  if (nothingFound(record)) return;
  const { label } = record;
  for (const [set, { content }] of record.evidence.entries()) {
    if (content.length === 0) {
      yield fault(formatRules.feverousEvidence, 'emptySet', {
        path: ['evidence', set, 'content'],
        data: { label },
      });
    }
  }
}

function wordsOf(path: JsonPath, value: unknown): ValueWords | undefined {
  const [key, , part] = path;
  if (key !== 'evidence') return undefined;
  if (path.length === 1) return { expected: 'a list of evidence sets' };
  if (path.length === 2) return { expected: 'an evidence set (an object with `content` and `context`)' };
  if (part === 'content')
    return path.length === 3
      ? { expected: 'a list of evidence ids' }
      : { expected: 'an evidence id', ...pieceWords(value) };
  return { expected: ['an object', 'a list of ids', 'an id'][path.length - 3] };
}

/** Predictions have ids in pieces. */
function pieceWords(value: unknown): ValueWords {
  return Array.isArray(value) &&
    value.length >= 3 &&
    value.length <= 5 &&
    value.every((part) => typeof part === 'string' || Number.isSafeInteger(part))
    ? {
        help: 'Gold evidence has ids in one piece; predictions have title, kind and numbers apart.',
        instead: value.join('_'),
      }
    : {};
}
