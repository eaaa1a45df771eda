import { z } from 'zod';
import { claimIdSchema, evidenceSchema } from '../../claims/claim.ts';
import { type Label, labelOfSpelling } from '../../claims/label.ts';
import { isLabelled, type OpenClaim, openClaimSchema } from '../../claims/open-claim.ts';
import { formatEvidenceId } from '../../corpus/evidence-id.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { hash64 } from '../../text/hash64.ts';
import { isObject } from '../../text/is-object.ts';
import { type ArrayClaims, readArrayClaims } from '../array-claims.ts';
import { optionalEntries, unknownEntries, withUnknownEntries } from '../claim-keys.ts';
import type {
  CarriedText,
  FormatContext,
  Loss,
  ReadableFormat,
  ReadResult,
  WritableFormat,
} from '../format.ts';
import { formatRules } from '../format-rules.ts';
import { listOf } from '../forms/first-faults.ts';
import { firstArrayRecord, printJsonArray } from '../json-array.ts';
import type { JsonRecord } from '../json-lines.ts';
import { defineLoss, keptClaims } from '../loss.ts';

/** The label of claims that some answers support and some refute. */
const conflicting = 'Conflicting Evidence/Cherrypicking';

const wireLabelOf = new Map<string | undefined, string>([
  ...([
    ['SUPPORTS', 'Supported'],
    ['REFUTES', 'Refuted'],
    ['NOT ENOUGH INFO', 'Not Enough Evidence'],
  ] satisfies [Label, string][]),
  [conflicting, conflicting],
]);

/** The key under which a record has the evidence of a claim that was not asked questions about. */
const idsKey = 'evidence_ids';

/** The answer to a question that nobody could answer, which is no evidence. */
const unanswerable = 'Unanswerable';

const answerSchema = z.looseObject({
  answer: z.string(),
  answer_type: z.string().nullable().exactOptional(),
  boolean_explanation: z.string().nullable().exactOptional(),
});

const questionsSchema = listOf(z.looseObject({ question: z.string(), answers: listOf(answerSchema) }));

const schema = openClaimSchema.omit({ id: true, evidence: true }).extend({
  id: claimIdSchema.exactOptional(),
  claim_id: claimIdSchema.exactOptional(),
  questions: questionsSchema.exactOptional(),
  [idsKey]: evidenceSchema.exactOptional(),
});

type AveritecRecord = z.infer<typeof schema>;
type Questions = z.infer<typeof questionsSchema>;

const losses: readonly Loss[] = [
  defineLoss({
    id: 'labels',
    description: `Claims with a label that is none of the three and not ${conflicting}: they are left out. \`--map-label\` says what a label is to become.`,
    forget: (claim) =>
      claim.label === undefined || claim.label === conflicting || isLabelled(claim) ? claim : undefined,
  }),
  defineLoss({
    id: 'texts',
    description:
      'Claims whose evidence the corpus does not have, or not all of it: they are left out, because AVeriTeC has the text of evidence.',
    forget: (claim, { evidence }) =>
      fittingQuestions(claim) !== undefined ||
      claim.evidence.flat().every((id) => evidence.text(id) !== undefined)
        ? claim
        : undefined,
  }),
  defineLoss({
    id: 'keys',
    description: `The unknown keys \`claim_id\` and \`${idsKey}\`, and \`questions\` whose answers are not the evidence.`,
    forget: (claim) => withUnknownEntries(claim, ownEntries(claim)),
  }),
];

/** The files of AVeriTeC (Schlichtkrull et al. 2023): claims of the real world with questions and answers from the web. */
export const averitec: ReadableFormat & WritableFormat = {
  id: 'averitec',
  title: 'AVeriTeC',
  url: 'https://fever.ai/dataset/averitec.html',
  extensions: ['json'],
  page: {
    about:
      'The files of AVeriTeC (Schlichtkrull et al. 2023), a list of claims that fact checkers have looked into, with questions and answers from the web. There is no corpus: the answers are the evidence.',
    fields: [
      ['claim_id', '`id`; the files of 2023 have none'],
      ['claim', 'the same'],
      [
        'label',
        `\`Supported\`, \`Refuted\`, \`Not Enough Evidence\` for the three; \`${conflicting}\` as it is`,
      ],
      [
        'questions',
        'those of the claim; otherwise one without words for each evidence id, whose answer is its text',
      ],
      [idsKey, 'the evidence sets, where the claim has no questions of its own'],
      ['justification, claim_date, speaker, any other key', 'the same'],
    ],
    notes: [
      'A claim without `claim_id` has the id `averitec-` and a hash of claim, date and fact checking article; a second one with the same has `-2` behind it. It is not written again. Programs of AVeriTeC name claims by their position: the order stays.',
      'Each answer is a text in an article that is titled like the id, with `averitec-` before it where it is not there yet: `<title>_sentence_n` is answer `n` of the claim, counted from 0 over all questions. Its text is the question, the answer, and the explanation of a yes or no.',
      'All answers are one evidence set, because the verdict was made from all of them; `Unanswerable` ones are left out of it. `questions` stay in the claim, and are written again as long as the evidence is theirs.',
      'A record without label, as in the test file, is a claim without label. A file whose first record is one is read as a blind test file; in a labelled file such a record is a finding.',
      'The records may also stand one after the other or one a line, without a list around them. What is written is a list with one record a line.',
    ],
  },
  losses,
  sniff: (head) => looksLikeAveritec(firstArrayRecord(head)),
  *read(source, context) {
    const nextId = createIds();
    const records: ArrayClaims = {
      schema,
      renamedKeys: ['evidence'],
      isBlind: ({ label }) => label === undefined,
      convert: (record) => convert(record, nextId),
    };
    yield* readArrayClaims(source, context, records);
  },
  *write(claims, context) {
    const nextId = createIds();
    const wire = function* (): Generator<object> {
      for (const kept of keptClaims(losses, claims, context)) {
        const record = wireRecord(kept, context);
        yield kept.id === nextId(record) ? record : { claim_id: kept.id, ...record };
      }
    };
    yield* printJsonArray(wire());
  },
};

function looksLikeAveritec(json: unknown): boolean {
  if (!isObject(json) || typeof json.claim !== 'string' || Object.hasOwn(json, 'id')) return false;
  const { questions } = json;
  if (Array.isArray(questions))
    return questions.every((item) => isObject(item) && Object.hasOwn(item, 'answers'));
  return Object.hasOwn(json, 'claim_date') && Object.hasOwn(json, 'speaker');
}

/** Gives the id of each record that has none, in order. */
function createIds(): (record: object) => string {
  const counts = new Map<string, number>();
  return (record) => {
    const { claim, claim_date: date, fact_checking_article: article } = record as AveritecRecord;
    const hash = hash64(JSON.stringify([claim, date ?? null, article ?? null]))
      .map((half) => half.toString(16).padStart(8, '0'))
      .join('');
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return count === 1 ? `averitec-${hash}` : `averitec-${hash}-${count}`;
  };
}

/** The article that the answers of a claim are in. */
function titleOf(id: OpenClaim['id']): string {
  return String(id).startsWith('averitec-') ? String(id) : `averitec-${id}`;
}

interface Answer extends CarriedText {
  readonly isEvidence: boolean;
}

/** The answers of a claim in order. */
function answersOf(questions: Questions, id: OpenClaim['id']): Answer[] {
  const title = titleOf(id);
  return questions
    .flatMap(({ question, answers }) => answers.map((answer) => ({ question, ...answer })))
    .map(({ question, answer, answer_type: type, boolean_explanation: explanation }, at) => ({
      id: formatEvidenceId({ title, kind: 'sentence', numbers: [at] }),
      text: [question, [answer, explanation ?? ''].filter(isFilled).join('. ')].filter(isFilled).join(' '),
      isEvidence: type !== unanswerable,
    }));
}

function isFilled(text: string): boolean {
  return text !== '';
}

function evidenceOf(answers: readonly Answer[]): string[][] {
  const set = answers.filter(({ isEvidence }) => isEvidence).map(({ id }) => id);
  return set.length === 0 ? [] : [set];
}

function* convert({ json, place }: JsonRecord, nextId: (record: object) => string): Generator<ReadResult> {
  const { id: ownId, claim_id: claimId, label, questions, [idsKey]: sets, ...rest } = json as AveritecRecord;
  const nextOne = nextId(json);
  const id = claimId ?? ownId ?? nextOne;
  const answers = answersOf(questions ?? [], id);
  const ids = sets === undefined ? undefined : [...new Set(sets.flat())];
  if (ids !== undefined && ids.length !== answers.length) {
    const problem = `it has ${ids.length} different ids, but there are ${answers.length} answers`;
    yield {
      diagnostic: createDiagnostic(formatRules.notClaim, 'invalid', {
        data: { key: idsKey, problem },
        place: place([idsKey]),
      }),
    };
    return;
  }
  const texts = answers.map(({ id: own, text }, at): CarriedText => ({ id: ids?.[at] ?? own, text }));
  for (const text of texts) yield { text };
  const evidence = sets ?? evidenceOf(answers);
  const isPlain =
    questions === undefined ||
    JSON.stringify(questions) === JSON.stringify(plainQuestions(sets === undefined ? [] : texts));
  const claim = {
    ...rest,
    id,
    ...(label !== undefined && { label: labelOfSpelling(label) ?? label }),
    evidence,
    ...(!isPlain && { questions }),
  };
  yield { claim: claim as OpenClaim };
}

/** Questions without words, each with a text as its answer. */
function plainQuestions(texts: readonly CarriedText[]): object[] {
  return texts.map(({ text }) => ({
    question: '',
    answers: [{ answer: text, answer_type: 'Extractive', source_url: '', source_medium: '' }],
  }));
}

function wireRecord(claim: OpenClaim, { evidence }: FormatContext): object {
  const own = fittingQuestions(claim);
  const ids = [...new Set(claim.evidence.flat())];
  const questions = own ?? plainQuestions(ids.map((id) => ({ id, text: evidence.text(id) ?? '' })));
  const label = wireLabelOf.get(claim.label);
  return Object.fromEntries([
    ['claim', claim.claim],
    ...(label === undefined ? [] : [['label', label]]),
    ...optionalEntries(claim),
    ...unknownEntries(claim).filter(([key]) => key !== 'questions'),
    ...(label === undefined && own === undefined && ids.length === 0 ? [] : [['questions', questions]]),
    ...(own === undefined && ids.length > 0 ? [[idsKey, claim.evidence]] : []),
  ]) as object;
}

/** The questions that a claim brings along; `undefined` where it has none, or its evidence has changed since. */
function fittingQuestions(claim: OpenClaim): Questions | undefined {
  const questions = Object.hasOwn(claim, 'questions') ? claim.questions : undefined;
  if (questions === undefined || !questionsSchema.safeParse(questions).success) return undefined;
  const own = questions as Questions;
  return own.length > 0 &&
    JSON.stringify(evidenceOf(answersOf(own, claim.id))) === JSON.stringify(claim.evidence)
    ? own
    : undefined;
}

/** The unknown keys of a claim that mean the same in a record. */
function ownEntries(claim: OpenClaim): [string, unknown][] {
  const hasQuestions = fittingQuestions(claim) !== undefined;
  return unknownEntries(claim).filter(
    ([key]) => key !== 'claim_id' && key !== idsKey && (key !== 'questions' || hasQuestions),
  );
}
