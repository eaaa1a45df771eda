import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { labelOfSpelling } from '../../claims/label.ts';
import { isLabelled, type OpenClaim, openClaimSchema } from '../../claims/open-claim.ts';
import { formatEvidenceId } from '../../corpus/evidence-id.ts';
import { isObject } from '../../text/is-object.ts';
import { type ArrayClaims, readArrayClaims } from '../array-claims.ts';
import { optionalEntries, unknownEntries, withUnknownEntries } from '../claim-keys.ts';
import type { Loss, ReadableFormat, WritableFormat } from '../format.ts';
import { listOf } from '../forms/first-faults.ts';
import { firstArrayRecord, printJsonArray } from '../json-array.ts';
import { defineLoss, keptClaims } from '../loss.ts';
import { isSentences, sentenceOf } from '../sentence-sets.ts';

/** What HoVer calls all that is not supported. It is not REFUTES: nobody looked for what the evidence says against the claim. */
const notSupported = 'NOT_SUPPORTED';

/** The keys of a record that a claim has under another name. */
const wireKeys = ['uid', 'supporting_facts'];

const schema = openClaimSchema.omit({ id: true, evidence: true }).extend({
  uid: claimIdSchema,
  supporting_facts: listOf(z.tuple([z.string().min(1), z.int().min(0).max(999_999_999)])).exactOptional(),
});

type HoverRecord = z.infer<typeof schema>;

const records: ArrayClaims = {
  schema,
  renamedKeys: ['id', 'evidence'],
  isBlind: ({ label }) => label === undefined,
  *convert({ json }) {
    const { uid: id, supporting_facts: facts = [], label, ...rest } = json as HoverRecord;
    const set = facts.map(([title, sentence]) =>
      formatEvidenceId({ title, kind: 'sentence', numbers: [sentence] }),
    );
    const claim = {
      ...rest,
      id,
      ...(label !== undefined && { label: labelOfSpelling(label) ?? label }),
      evidence: set.length === 0 ? [] : [set],
    };
    yield { claim: claim as OpenClaim };
  },
};

const losses: readonly Loss[] = [
  defineLoss({
    id: 'labels',
    description: `Claims with a label that is none of the three and not ${notSupported}: they are left out. \`--map-label\` says what a label is to become.`,
    forget: (claim) =>
      claim.label === undefined || claim.label === notSupported || isLabelled(claim) ? claim : undefined,
  }),
  defineLoss({
    id: 'not-supported',
    description: `Whether a claim is REFUTES or NOT ENOUGH INFO: HoVer has ${notSupported} for both.`,
    forget: (claim) =>
      claim.label === 'REFUTES' || claim.label === 'NOT ENOUGH INFO'
        ? { ...claim, label: notSupported }
        : claim,
  }),
  defineLoss({
    id: 'claims',
    description: 'Claims none of whose evidence sets consists of sentences alone: they are left out.',
    forget: (claim) => (claim.evidence.length > 0 && !claim.evidence.some(isSentences) ? undefined : claim),
  }),
  defineLoss({
    id: 'sets',
    description: 'All evidence sets but the first that consists of sentences: HoVer has one for a claim.',
    forget: (claim) => {
      const set = claim.evidence.find(isSentences);
      return set === undefined || claim.evidence.length === 1 ? claim : { ...claim, evidence: [set] };
    },
  }),
  defineLoss({
    id: 'keys',
    description: `Unknown keys that HoVer has for something else: ${wireKeys.map((key) => `\`${key}\``).join(', ')}.`,
    forget: (claim) => withUnknownEntries(claim, ownEntries(claim)),
  }),
];

/** The files of HoVer (Jiang et al. 2020): claims that need sentences of two to four articles. */
export const hover: ReadableFormat & WritableFormat = {
  id: 'hover',
  title: 'HoVer',
  url: 'https://hover-nlp.github.io',
  extensions: ['json'],
  page: {
    about:
      'The files of HoVer (Jiang et al. 2020), a list of claims that need sentences of two to four articles of HotpotQA’s Wikipedia.',
    fields: [
      ['uid', '`id`'],
      ['claim', 'the same'],
      ['supporting_facts', 'the only evidence set: a list of `[title, sentence]`; `[]` where there is none'],
      ['label', '`SUPPORTED` for `SUPPORTS`, `NOT_SUPPORTED`'],
      ['num_hops, hpqa_id, any other key', 'the same'],
    ],
    notes: [
      '`NOT_SUPPORTED` is kept as the label of the claim: it says REFUTES or NOT ENOUGH INFO, and nobody knows which. `--map-label NOT_SUPPORTED=REFUTES` decides it for all claims.',
      'A record without label, as in the test file, is a claim without label. A file whose first record is one is read as a blind test file; in a labelled file such a record is a finding.',
      'The records may also stand one after the other or one a line, without a list around them. What is written is a list with one record a line.',
    ],
  },
  losses,
  sniff: (head) => looksLikeHover(firstArrayRecord(head)),
  *read(source, context) {
    yield* readArrayClaims(source, context, records);
  },
  *write(claims, context) {
    const wire = function* (): Generator<object> {
      for (const kept of keptClaims(losses, claims, context)) yield wireRecord(kept);
    };
    yield* printJsonArray(wire());
  },
};

/** HotpotQA, which has the same facts, has questions. */
function looksLikeHover(json: unknown): boolean {
  if (!isObject(json) || !Object.hasOwn(json, 'claim') || !Object.hasOwn(json, 'uid')) return false;
  return Object.hasOwn(json, 'supporting_facts') || Object.keys(json).length === 2;
}

function wireRecord(claim: OpenClaim): object {
  const { id, claim: text, label, evidence } = claim;
  const [set = []] = evidence;
  return Object.fromEntries([
    ['uid', id],
    ['claim', text],
    ...(label === undefined && set.length === 0 ? [] : [['supporting_facts', set.map(sentenceOf)]]),
    ...(label === undefined ? [] : [['label', label === 'SUPPORTS' ? 'SUPPORTED' : label]]),
    ...optionalEntries(claim),
    ...unknownEntries(claim),
  ]) as object;
}

/** The unknown keys of a claim that mean the same in a record. */
function ownEntries(claim: OpenClaim): [string, unknown][] {
  return unknownEntries(claim).filter(([key]) => !wireKeys.includes(key));
}
