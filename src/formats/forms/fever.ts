import { z } from 'zod';
import { claimSchema } from '../../claims/claim.ts';
import { isPlainButEvidence } from '../../claims/is-plain-record.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { pageOfTitle, titleOfPage } from '../../corpus/fever-page.ts';
import { isObject } from '../../text/is-object.ts';
import { valueAt } from '../../text/json-pointer.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { plural } from '../../text/plural.ts';
import { formatRules } from '../format-rules.ts';
import type { ValueWords } from '../schema-findings.ts';
import { defineForm, type Fault, fault } from './define-form.ts';
import { evidenceShape, isTuple } from './evidence-shape.ts';
import { listOf } from './first-faults.ts';

const wireIdSchema = z.int().nullable();
const maxSentence = 999_999_999;

/** `[annotation_id, evidence_id, page, sentence]`. */
const tupleSchema = z.tuple([
  wireIdSchema,
  wireIdSchema,
  z.string().min(1).nullable(),
  z.int().min(0).max(maxSentence).nullable(),
]);

const schema = claimSchema.extend({
  verifiable: z.enum(['VERIFIABLE', 'NOT VERIFIABLE']).exactOptional(),
  evidence: listOf(listOf(tupleSchema)),
});

/** A claim as FEVER's files have it. */
export type FeverRecord = z.infer<typeof schema>;
export type FeverTuple = z.infer<typeof tupleSchema>;

/** The claim files of FEVER, and of what copies their keys. */
export const feverForm = defineForm<FeverRecord>({
  id: 'fever',
  title: 'FEVER',
  citesOnlySentences: true,
  sniff: (json) =>
    isObject(json) &&
    (['verifiable', 'all_evidence', 'evidence_wiki_url', 'predicted_label', 'predicted_evidence'].some(
      (key) => Object.hasOwn(json, key),
    ) ||
      ['fever', 'flatFever'].includes(evidenceShape(json.evidence) ?? '')),
  schema,
  faults,
  claim: ({ verifiable: _, evidence, ...rest }) => ({
    ...rest,
    evidence: setsOf(evidence, rest.label) ?? [],
  }),
  plainClaim: (json) => {
    if (!isPlainButEvidence(json)) return undefined;
    const { id, claim, label, verifiable, challenge, mutation, source, split } = json as FeverRecord;
    if (verifiable !== undefined && verifiable !== verifiableOf(label)) return undefined;
    const evidence = setsOf(json.evidence, label);
    if (evidence === undefined) return undefined;
    // The keys of the released files, one by one: a copy of all keys would take five times as long.
    if ((challenge ?? mutation ?? source ?? split) === undefined) return { id, claim, label, evidence };
    const { verifiable: _, ...rest } = json as FeverRecord;
    return { ...rest, evidence };
  },
  wordsOf,
  misfit,
  pathOf: (path, json) => {
    const [key, set, piece] = path;
    const { label, evidence } = json as FeverRecord;
    if (key !== 'evidence' || typeof set !== 'number' || isVerifiable(label)) return path;
    // Pieces of NOT ENOUGH INFO claims that name no page are no evidence, and were left out.
    const pieces = evidence.map(placesOfPages);
    const wireSet = placesOf(pieces, (places) => places.length > 0)[set] ?? set;
    return typeof piece === 'number'
      ? ['evidence', wireSet, pieces[wireSet]?.[piece] ?? piece, ...path.slice(3)]
      : ['evidence', wireSet];
  },
});

export function isVerifiable(label: string | undefined): boolean {
  return label !== 'NOT ENOUGH INFO';
}

export function verifiableOf(label: string | undefined): 'VERIFIABLE' | 'NOT VERIFIABLE' {
  return isVerifiable(label) ? 'VERIFIABLE' : 'NOT VERIFIABLE';
}

/**
 * The evidence sets that tuples stand for; `undefined` where something is wrong with them. A loop without a schema: it runs on
 * each claim of files with hundreds of thousands.
 */
function setsOf(wireSets: unknown, label: string): string[][] | undefined {
  if (!Array.isArray(wireSets)) return undefined;
  const needsPages = isVerifiable(label);
  const sets: string[][] = [];
  for (const wireSet of wireSets as readonly unknown[]) {
    if (!Array.isArray(wireSet)) return undefined;
    const ids: string[] = [];
    for (const tuple of wireSet as readonly unknown[]) {
      if (!Array.isArray(tuple) || tuple.length !== 4 || !isWireId(tuple[0]) || !isWireId(tuple[1]))
        return undefined;
      const page: unknown = tuple[2];
      const sentence: unknown = tuple[3];
      if (page === null && sentence === null && !needsPages) continue;
      if (typeof page !== 'string' || page === '' || !isSentence(sentence)) return undefined;
      ids.push(`${titleOfPage(page)}_sentence_${sentence}`);
    }
    if (ids.length > 0) sets.push(ids);
    else if (needsPages) return undefined;
  }
  return sets;
}

function isWireId(id: unknown): boolean {
  return id === null || Number.isSafeInteger(id);
}

function isSentence(sentence: unknown): sentence is number {
  return Number.isInteger(sentence) && (sentence as number) >= 0 && (sentence as number) <= maxSentence;
}

function* faults({ verifiable, label, evidence }: FeverRecord): Generator<Fault> {
  if (verifiable !== undefined && verifiable !== verifiableOf(label)) {
    yield fault(formatRules.feverEvidence, 'verifiable', {
      path: ['verifiable'],
      data: { verifiable, label },
    });
  }
  for (const [set, tuples] of evidence.entries()) {
    if (tuples.length === 0 && isVerifiable(label))
      yield fault(formatRules.feverEvidence, 'emptySet', { path: ['evidence', set], data: { label } });
    for (const [piece, [, , page, sentence]] of tuples.entries()) {
      const path = ['evidence', set, piece];
      if (page === null && sentence === null) {
        if (isVerifiable(label)) yield fault(formatRules.feverEvidence, 'noPage', { path, data: { label } });
      } else if (sentence === null) yield fault(formatRules.feverEvidence, 'noSentence', { path });
      else if (page === null) yield fault(formatRules.feverEvidence, 'onlySentence', { path });
    }
  }
}

/** The tuples of a set that name a page. */
function placesOfPages(tuples: readonly FeverTuple[]): number[] {
  return placesOf(tuples, ([, , page]) => page !== null);
}

/** Places of the items that pass, from 0. */
function placesOf<T>(items: readonly T[], passes: (item: T) => boolean): number[] {
  return [...items.keys()].filter((at) => passes(items[at] as T));
}

const tupleWords = '[annotation_id, evidence_id, page, sentence]';

function wordsOf(path: JsonPath, value: unknown, json: unknown): ValueWords | undefined {
  const [key, , , part] = path;
  if (key === 'label' && value === null) {
    return {
      help: 'Early dumps of FEVER have null for NOT ENOUGH INFO.',
      instead: 'NOT ENOUGH INFO',
    };
  }
  if (key !== 'evidence') return undefined;
  if (path.length === 1) return { expected: 'a list of evidence sets' };
  if (path.length === 2) return { expected: `an evidence set (a list of ${tupleWords})` };
  if (path.length === 3) return pieceWords(value);
  const none =
    (value === -1 || value === '') && !valueAt(json, [...path.slice(0, 3), 2])
      ? {
          help: 'Copies at Hugging Face have -1 and "" where there is nothing: FEVER has null.',
          instead: null,
        }
      : {};
  const number =
    typeof value === 'string' && /^\d{1,9}$/.test(value)
      ? { help: 'Write the number without quotation marks.', instead: Number(value) }
      : {};
  if (part === 2) return { expected: 'the name of a page or null', ...none };
  return {
    expected: part === 3 ? 'the number of a sentence (from 0) or null' : 'an integer or null',
    ...none,
    ...number,
  };
}

/** What stands where a piece of evidence belongs. */
function pieceWords(value: unknown): ValueWords {
  const expected = `a list of four, ${tupleWords}`;
  if (typeof value === 'string') {
    const id = parseEvidenceId(value);
    if (id?.kind !== 'sentence') return { expected };
    return { expected, ...pairWords(pageOfTitle(id.title), id.numbers[0] ?? 0) };
  }
  if (!Array.isArray(value) || value.length === 0) return { expected };
  const [page, sentence] = value as readonly unknown[];
  const found = `a list of ${value.length}`;
  return value.length === 2 && typeof page === 'string' && page !== '' && isSentence(sentence)
    ? { expected, found: `${found}: a page and a sentence`, ...pairWords(page, sentence) }
    : { expected, found };
}

function pairWords(page: string, sentence: number): ValueWords {
  return {
    help: 'Gold evidence names the annotation and the verdict before the page, or null.',
    instead: [null, null, page, sentence],
  };
}

/** Evidence without sets, and rows of copies that have one row for each piece of evidence. */
function misfit({ evidence, ...rest }: Readonly<Record<string, unknown>>): Fault | undefined {
  if (evidence === undefined && Object.hasOwn(rest, 'evidence_wiki_url'))
    return fault(formatRules.feverEvidence, 'row', {
      path: [],
      help: 'Check the released file, which has one record a claim with all of its evidence.',
    });
  if (evidenceShape(evidence) !== 'flatFever') return undefined;
  const items = evidence as readonly unknown[];
  const sets = items.length <= maxGrouped && items.every(isTuple) ? groupTuples(items) : undefined;
  return fault(formatRules.feverEvidence, 'flat', {
    path: ['evidence'],
    data: { items: isTuple(items[0]) ? tupleWords : '[page, sentence], as in predictions' },
    help: `Put the pieces that are needed together into a list of their own: \`"evidence":[[${tupleWords}]]\`.`,
    ...(sets && {
      instead: {
        message: `Put together what has the same evidence_id: ${sets.length} evidence ${plural('set', sets.length)}.`,
        json: sets,
      },
    }),
  });
}

/** More pieces are not put together for a suggestion. */
const maxGrouped = 1_000;

/** The evidence sets of a flat list: what one annotator found at once has one evidence_id. */
function groupTuples(tuples: readonly (readonly unknown[])[]): (readonly unknown[])[][] {
  const sets = new Map<unknown, (readonly unknown[])[]>();
  for (const tuple of tuples) {
    const set = sets.get(tuple[1]);
    if (set === undefined) sets.set(tuple[1], [tuple]);
    else set.push(tuple);
  }
  return [...sets.values()];
}
