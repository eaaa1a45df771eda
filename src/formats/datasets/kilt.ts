import { z } from 'zod';
import { pathWords } from '../../claims/issue-words.ts';
import { labels } from '../../claims/label.ts';
import { type OpenClaim, openClaimSchema } from '../../claims/open-claim.ts';
import { formatEvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { isObject } from '../../text/is-object.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { type ArrayClaims, readArrayClaims } from '../array-claims.ts';
import { optionalEntries, unknownEntries, withUnknownEntries } from '../claim-keys.ts';
import type { Loss, ReadableFormat, WritableFormat } from '../format.ts';
import { formatRules } from '../format-rules.ts';
import { listOf } from '../forms/first-faults.ts';
import { firstArrayRecord } from '../json-array.ts';
import { defineLoss, foreignLabelsLoss, keptClaims } from '../loss.ts';
import { maxFindings } from '../schema-findings.ts';

/** A longer passage is taken for a mistake: one would make millions of ids. */
const maxParagraphs = 100;
const maxParagraph = 999_999_999;

const numberSchema = z.union([z.int().min(0).max(maxParagraph), z.string().regex(/^\d{1,9}$/)]);

/** Numbers are text in some of the files. */
const provenanceSchema = z.looseObject({
  wikipedia_id: z
    .union([z.string().min(1), z.int()])
    .nullable()
    .exactOptional(),
  title: z.string().min(1).nullable().exactOptional(),
  start_paragraph_id: numberSchema.nullable().exactOptional(),
  end_paragraph_id: numberSchema.nullable().exactOptional(),
});

const outputSchema = listOf(
  z.looseObject({
    answer: z.string().nullable().exactOptional(),
    provenance: listOf(provenanceSchema).exactOptional(),
  }),
);

const schema = openClaimSchema.omit({ claim: true, label: true, evidence: true }).extend({
  input: openClaimSchema.shape.claim,
  output: outputSchema.exactOptional(),
});

type KiltRecord = z.infer<typeof schema>;
type Output = z.infer<typeof outputSchema>;
type Provenance = z.infer<typeof provenanceSchema>;

const records: ArrayClaims = {
  schema,
  renamedKeys: ['claim', 'label', 'evidence'],
  isBlind: ({ output = [] }) => answersOf(output as Output).length === 0,
  *convert(record) {
    const { input, output, ...rest } = record.json as KiltRecord;
    const problems = [...problemsOf(output ?? [])].slice(0, maxFindings);
    for (const { messageId, path, data } of problems) {
      const place = record.place(['output', ...path]);
      yield { diagnostic: createDiagnostic(formatRules.notClaim, messageId, { data, place }) };
    }
    if (problems.length > 0) return;
    const [label] = answersOf(output ?? []);
    const claim = {
      ...rest,
      claim: input,
      ...(label !== undefined && { label }),
      evidence: evidenceOf(output ?? []),
    } as unknown as OpenClaim;
    const isDefault = JSON.stringify(output) === JSON.stringify(plainOutput(claim));
    yield { claim: isDefault ? claim : { ...claim, output } };
  },
};

const losses: readonly Loss[] = [
  foreignLabelsLoss,
  defineLoss({
    id: 'claims',
    description:
      'Claims none of whose evidence sets consists of paragraphs (sentence ids) and titles alone: they are left out.',
    forget: (claim) => (claim.evidence.length > 0 && !claim.evidence.some(isPassages) ? undefined : claim),
  }),
  defineLoss({
    id: 'sets',
    description:
      'Evidence sets with cells, header cells, list items, captions or headings: they are left out whole.',
    forget: (claim) =>
      claim.evidence.every(isPassages) ? claim : { ...claim, evidence: claim.evidence.filter(isPassages) },
  }),
  defineLoss({
    id: 'repeated-ids',
    description: 'That an evidence set has an id more than once: it comes back once.',
    forget: (claim) => {
      const evidence = claim.evidence.map((set) => [...new Set(set)]);
      return evidence.every((set, which) => set.length === claim.evidence[which]?.length)
        ? claim
        : { ...claim, evidence };
    },
  }),
  defineLoss({
    id: 'keys',
    description: 'The unknown keys `input` and `output`, unless `output` says what the claim says.',
    forget: (claim) => withUnknownEntries(claim, ownEntries(claim)),
  }),
];

/** The fact checking files of KILT (Petroni et al. 2021). */
export const kilt: ReadableFormat & WritableFormat = {
  id: 'kilt',
  title: 'KILT',
  url: 'https://github.com/facebookresearch/KILT#kilt-data-format',
  extensions: ['jsonl'],
  page: {
    about:
      'The fact checking files of KILT (Petroni et al. 2021), which has FEVER with the paragraphs of a newer Wikipedia as evidence.',
    fields: [
      ['id', 'the same'],
      ['input', '`claim`'],
      [
        'output',
        'one object for each evidence set: `answer` is the label, `provenance` the pieces of evidence',
      ],
      [
        'provenance',
        '`title` and the paragraphs from `start_paragraph_id` to `end_paragraph_id`: `<title>_sentence_<n>` each',
      ],
      ['meta, any other key', 'the same'],
    ],
    notes: [
      'A paragraph of KILT’s Wikipedia has the id of a sentence: `sentence_n` is the item `n` of the `text` of its page. A passage without a paragraph has the id of the title, and one without a title has the `wikipedia_id` for it.',
      '`output` is kept in the claim where it says more than label and evidence (characters, Wikipedia ids, scores), and is written again as long as it fits them.',
      'Records of other tasks, whose answers are no labels, are findings, and so are records whose answers are several labels.',
      'A record without an answer, as in the test files, is a claim without label. A file whose first record is one is read as a blind test file; in a labelled file such a record is a finding.',
      'The records may stand one a line, one after the other in any form, or in a list. They are written one a line.',
    ],
  },
  losses,
  sniff: (head) => looksLikeKilt(firstArrayRecord(head)),
  *read(source, context) {
    yield* readArrayClaims(source, context, records);
  },
  *write(claims, context) {
    for (const kept of keptClaims(losses, claims, context)) yield `${JSON.stringify(wireRecord(kept))}\n`;
  },
};

function looksLikeKilt(json: unknown): boolean {
  if (!isObject(json) || Object.hasOwn(json, 'claim')) return false;
  if (Object.hasOwn(json, 'output'))
    return Array.isArray(json.output) && json.output.every((item) => isObject(item));
  return (
    Object.hasOwn(json, 'input') && Object.keys(json).every((key) => ['id', 'input', 'meta'].includes(key))
  );
}

function wireRecord(claim: OpenClaim): object {
  const output = fittingOutput(claim) ?? plainOutput(claim);
  return Object.fromEntries([
    ['id', claim.id],
    ['input', claim.claim],
    ...optionalEntries(claim),
    ...unknownEntries(claim).filter(([key]) => key !== 'output'),
    ...(output === undefined ? [] : [['output', output]]),
  ]) as object;
}

/** The unknown keys of a claim that mean the same in a record. */
function ownEntries(claim: OpenClaim): [string, unknown][] {
  const hasOutput = fittingOutput(claim) !== undefined;
  return unknownEntries(claim).filter(([key]) => key !== 'input' && (key !== 'output' || hasOutput));
}

/** The output that a claim brings along; `undefined` where it says something else, or nothing that label and evidence do not. */
function fittingOutput(claim: OpenClaim): Output | undefined {
  const output = Object.hasOwn(claim, 'output') ? claim.output : undefined;
  if (
    !outputSchema.safeParse(output).success ||
    JSON.stringify(output) === JSON.stringify(plainOutput(claim))
  )
    return undefined;
  const fits =
    problemsOf(output as Output).next().done === true &&
    answersOf(output as Output)[0] === claim.label &&
    JSON.stringify(evidenceOf(output as Output)) === JSON.stringify(claim.evidence);
  return fits ? (output as Output) : undefined;
}

/** What label and evidence become without more; `undefined` for a claim that has neither. */
function plainOutput({ label, evidence }: OpenClaim): object[] | undefined {
  const answer = label === undefined ? {} : { answer: label };
  if (evidence.length === 0) return label === undefined ? undefined : [answer];
  return evidence.map((set) => ({ ...answer, provenance: set.map(provenanceOf) }));
}

function provenanceOf(id: string): Provenance {
  const { title, numbers } = parseEvidenceId(id) ?? { title: id, numbers: [] };
  const [paragraph] = numbers;
  return paragraph === undefined
    ? { title }
    : { title, start_paragraph_id: paragraph, end_paragraph_id: paragraph };
}

/** The different answers of an output, in order. */
function answersOf(output: Output): string[] {
  const answers = output.map(({ answer }) => answer);
  return [...new Set(answers.filter((answer) => typeof answer === 'string'))];
}

/** Something that keeps an output from being label and evidence, and where in it. */
interface OutputProblem {
  readonly messageId: 'otherTask' | 'labels' | 'invalid';
  readonly path: JsonPath;
  readonly data: Readonly<Record<string, string>>;
}

function* problemsOf(output: Output): Generator<OutputProblem> {
  const answers = answersOf(output);
  const other = answers.find((answer) => !(labels as readonly string[]).includes(answer));
  if (other !== undefined) {
    const path = [output.findIndex(({ answer }) => answer === other), 'answer'];
    yield { messageId: 'otherTask', path, data: { answer: JSON.stringify(other) } };
  } else if (answers.length > 1)
    yield { messageId: 'labels', path: [], data: { labels: answers.join(', ') } };
  for (const [at, { provenance = [] }] of output.entries()) {
    for (const [piece, passage] of provenance.entries()) {
      const problem = problemOf(passage);
      const path = [at, 'provenance', piece];
      if (problem !== undefined)
        yield { messageId: 'invalid', path, data: { key: pathWords(['output', ...path]), problem } };
    }
  }
}

/** What is wrong with a passage that the schema accepts. */
function problemOf(passage: Provenance): string | undefined {
  const { start, end } = paragraphsOf(passage);
  if ((passage.title ?? passage.wikipedia_id ?? undefined) === undefined)
    return 'it has neither title nor wikipedia_id';
  if (start === undefined || end === undefined) return undefined;
  if (end < start) return `it ends at paragraph ${end}, before it begins at ${start}`;
  return end - start < maxParagraphs ? undefined : `it has ${end - start + 1} paragraphs`;
}

function paragraphsOf({ start_paragraph_id: start, end_paragraph_id: end }: Provenance) {
  const numberOf = (value: number | string | null | undefined) =>
    value === undefined || value === null ? undefined : Number(value);
  return { start: numberOf(start), end: numberOf(end ?? start) };
}

/** The evidence sets of an output: passages that are given together are needed together. */
function evidenceOf(output: Output): string[][] {
  return output
    .map(({ provenance = [] }) => [...new Set(provenance.flatMap(idsOf))])
    .filter((set) => set.length > 0);
}

function idsOf(passage: Provenance): string[] {
  const title = passage.title ?? String(passage.wikipedia_id);
  const { start, end } = paragraphsOf(passage);
  if (start === undefined || end === undefined)
    return [formatEvidenceId({ title, kind: 'title', numbers: [] })];
  return Array.from({ length: end - start + 1 }, (_, at) =>
    formatEvidenceId({ title, kind: 'sentence', numbers: [start + at] }),
  );
}

/** Whether KILT can say an evidence set. */
function isPassages(set: readonly string[]): boolean {
  return set.every((id) => ['sentence', 'title'].includes(parseEvidenceId(id)?.kind ?? ''));
}
