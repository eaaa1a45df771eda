import { z } from 'zod';
import { claimSchema } from '../../claims/claim.ts';
import { type Label, labelOfSpelling } from '../../claims/label.ts';
import { formatEvidenceId } from '../../corpus/evidence-id.ts';
import { isObject } from '../../text/is-object.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { formatRules } from '../format-rules.ts';
import type { ValueWords } from '../schema-findings.ts';
import { defineForm, type Fault, fault } from './define-form.ts';
import { evidenceShape } from './evidence-shape.ts';
import { listOf, objectOf } from './first-faults.ts';

const sentenceSchema = z.int().min(0).max(999_999_999);
const rationaleSchema = z.looseObject({
  label: z.enum(['SUPPORT', 'CONTRADICT']),
  sentences: listOf(sentenceSchema),
});

const schema = claimSchema.omit({ label: true, evidence: true }).extend({
  evidence: objectOf(listOf(rationaleSchema)),
  cited_doc_ids: listOf(z.int()).exactOptional(),
});

/** A claim as SciFact's files have it. */
export type SciFactRecord = z.infer<typeof schema>;
type Rationale = z.infer<typeof rationaleSchema>;

const labelOf: Readonly<Record<Rationale['label'], Label>> = { SUPPORT: 'SUPPORTS', CONTRADICT: 'REFUTES' };
export const wireLabelOf: ReadonlyMap<Label | undefined, Rationale['label']> = new Map<
  Label | undefined,
  Rationale['label']
>([
  ['SUPPORTS', 'SUPPORT'],
  ['REFUTES', 'CONTRADICT'],
]);

/**
 * The claim files of SciFact (Wadden et al. 2020). Each rationale is an evidence set; a document's id serves as its title. The
 * label is that of the rationales, and NOT ENOUGH INFO where there are none.
 */
export const scifactForm = defineForm<SciFactRecord>({
  id: 'scifact',
  title: 'SciFact',
  sniff: (json) =>
    isObject(json) && (Object.hasOwn(json, 'cited_doc_ids') || evidenceShape(json.evidence) === 'scifact'),
  schema,
  faults,
  claim: (record) => {
    const rationales = rationalesOf(record);
    const [first] = rationales;
    return {
      ...record,
      label: first === undefined ? 'NOT ENOUGH INFO' : labelOf[first.rationale.label],
      evidence: rationales.map(({ document, rationale }) =>
        rationale.sentences.map((sentence) =>
          formatEvidenceId({ title: document, kind: 'sentence', numbers: [sentence] }),
        ),
      ),
    };
  },
  wordsOf,
  misfit: (json) =>
    // Predictions have one rationale for each document, and no claim.
    !Object.hasOwn(json, 'claim') && isObject(json.evidence)
      ? fault(formatRules.notClaim, 'prediction', {
          path: [],
          help: 'Name the file of the claims: predictions are not checked.',
        })
      : undefined,
  pathOf: ([key, ...rest], json) => {
    if (key === undefined) return [];
    const [set, piece] = rest;
    const rationales = rationalesOf(json as SciFactRecord);
    if (key === 'label') return rationales[0] === undefined ? ['evidence'] : [...rationales[0].path, 'label'];
    const path = key === 'evidence' && typeof set === 'number' ? rationales[set]?.path : undefined;
    if (path === undefined) return [key, ...rest];
    return piece === undefined ? path : [...path, 'sentences', piece];
  },
});

interface RationalePlace {
  readonly document: string;
  readonly rationale: Rationale;
  readonly path: JsonPath;
}

/** The rationales of all documents. JavaScript has keys that are integers first and sorted, as SciFact's ids are. */
function rationalesOf({ evidence }: SciFactRecord): RationalePlace[] {
  return Object.entries(evidence).flatMap(([document, rationales]) =>
    rationales.map((rationale, which) => ({ document, rationale, path: ['evidence', document, which] })),
  );
}

function* faults(record: SciFactRecord): Generator<Fault> {
  const meta = formatRules.scifactEvidence;
  for (const [document, rationales] of Object.entries(record.evidence)) {
    const path = ['evidence', document];
    if (document === '') yield fault(meta, 'noDocument', { path });
    if (rationales.length === 0) yield fault(meta, 'noRationale', { path, data: { document } });
  }
  const places = rationalesOf(record);
  const [first] = places;
  for (const { document, rationale, path } of places) {
    const { label, sentences } = rationale;
    if (sentences.length === 0) yield fault(meta, 'emptySet', { path: [...path, 'sentences'] });
    if (first === undefined || label === first.rationale.label) continue;
    yield fault(meta, document === first.document ? 'mixedDocument' : 'mixedClaim', {
      path: [...path, 'label'],
      data: { label, firstLabel: first.rationale.label, document, firstDocument: first.document },
      related: {
        path: [...first.path, 'label'],
        message: `Here the label is "${first.rationale.label}".`,
      },
    });
  }
}

function wordsOf(path: JsonPath, value: unknown): ValueWords | undefined {
  const [key, , , part] = path;
  if (key === 'cited_doc_ids')
    return { expected: path.length === 1 ? 'a list of document ids' : 'the id of a document (an integer)' };
  if (key !== 'evidence') return undefined;
  if (path.length === 1)
    return {
      expected: 'an object that has a list of rationales for each document',
      ...noEvidenceWords(value),
    };
  if (path.length === 2) {
    return {
      expected: 'a list of rationales',
      // Predictions have one rationale for each document, without a list around it.
      ...(rationaleSchema.safeParse(value).success && {
        help: 'Predictions have one rationale a document; gold evidence has a list of them.',
        instead: [value],
      }),
    };
  }
  if (path.length === 3) return { expected: 'a rationale (an object with `sentences` and `label`)' };
  if (part === 'label') return labelWords(value);
  return path.length === 4
    ? { expected: 'a list of sentence numbers' }
    : {
        expected: 'the number of a sentence (from 0)',
        ...(typeof value === 'string' &&
          /^\d{1,9}$/.test(value) && {
            help: 'Write the number without quotation marks.',
            instead: Number(value),
          }),
      };
}

function noEvidenceWords(value: unknown): ValueWords {
  const isNone = value === null || (Array.isArray(value) && value.length === 0);
  return isNone ? { help: 'SciFact has {} where there is no evidence.', instead: {} } : {};
}

function labelWords(value: unknown): ValueWords {
  const label = typeof value === 'string' ? labelOfSpelling(value) : undefined;
  if (label === 'NOT ENOUGH INFO')
    return { help: 'Leave the document out: in SciFact a claim without rationales is NOT ENOUGH INFO.' };
  return { certain: wireLabelOf.get(label) };
}
