import type { Claim } from '../../claims/claim.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { withUnknownEntries } from '../claim-keys.ts';
import { firstRecord } from '../first-record.ts';
import type { Loss, ReadableFormat, WritableFormat } from '../format.ts';
import { type SciFactRecord, scifactForm, wireLabelOf } from '../forms/scifact.ts';
import { type ReadRecord, readFormLines } from '../json-lines.ts';
import { type LeftOut, otherKeys } from '../left-out.ts';
import { blindEvidenceLoss, defineLoss, foreignLabelsLoss, keptClaims, nativeKeyLosses } from '../loss.ts';
import { isSentences, sentenceOf } from '../sentence-sets.ts';

/** The key of the documents that the claim was written from. */
const documentsKey = 'cited_doc_ids';

const losses: readonly Loss[] = [
  foreignLabelsLoss,
  blindEvidenceLoss,
  defineLoss({
    id: 'claims',
    description:
      'SUPPORTS and REFUTES claims without an evidence set that consists of sentences of one article: they are left out, because SciFact has the label in the evidence.',
    forget: (claim) => (!isDecided(claim) || claim.evidence.some(isRationale) ? claim : undefined),
  }),
  defineLoss({
    id: 'sets',
    description:
      'Evidence sets with anything but sentences, or with sentences of several articles: they are left out whole.',
    forget: (claim) =>
      !isDecided(claim) || claim.evidence.every(isRationale)
        ? claim
        : { ...claim, evidence: claim.evidence.filter(isRationale) },
  }),
  defineLoss({
    id: 'nei-evidence',
    description: 'Evidence of NOT ENOUGH INFO claims, which have none in SciFact.',
    forget: (claim) =>
      claim.label !== 'NOT ENOUGH INFO' || claim.evidence.length === 0 ? claim : { ...claim, evidence: [] },
  }),
  defineLoss({
    id: 'order',
    description:
      'The order of evidence sets: those of one article come together, and articles whose titles are integers come first, in ascending order.',
    forget: (claim) => {
      if (!isDecided(claim) || !claim.evidence.every(isRationale)) return claim;
      const evidence = Object.values(setsByDocument(claim.evidence)).flat();
      const same = evidence.every((set, which) => set === claim.evidence[which]);
      return same ? claim : { ...claim, evidence };
    },
  }),
  ...nativeKeyLosses,
  defineLoss({
    id: 'keys',
    description: `Unknown keys, except \`${documentsKey}\`.`,
    forget: (claim) => {
      const documents = ownDocuments(claim);
      return withUnknownEntries(claim, documents === undefined ? [] : [[documentsKey, documents]]);
    },
  }),
  defineLoss({
    id: 'no-documents',
    description: `That a claim has no \`${documentsKey}\`: the files have them for each, so the articles of its evidence come back under it, where their titles are integers.`,
    forget: (claim) => {
      if (claim.label === undefined || Object.hasOwn(claim, documentsKey)) return claim;
      const documents = citedDocuments(claim);
      return documents === undefined ? claim : { ...claim, [documentsKey]: documents };
    },
  }),
];

/** The claim files of SciFact (Wadden et al. 2020). A document's id serves as its title. */
export const scifact: ReadableFormat & WritableFormat = {
  id: 'scifact',
  title: 'SciFact',
  url: 'https://github.com/allenai/scifact/blob/master/doc/data.md',
  extensions: ['jsonl'],
  page: {
    about:
      'The claim files of SciFact (Wadden et al. 2020): claims about biomedicine, with sentences of abstracts as evidence.',
    fields: [
      ['id, claim', 'the same'],
      [
        'evidence',
        'an object: for each document a list of rationales, `{"sentences":[…],"label":…}`; each rationale is an evidence set, `<document>_sentence_<n>`',
      ],
      ['label of a rationale', '`SUPPORT` for `SUPPORTS`, `CONTRADICT` for `REFUTES`'],
      [documentsKey, 'the documents that the claim was written from: those of the claim, or of its evidence'],
    ],
    notes: [
      'The id of a document is the title of its article, as text.',
      'The label of a claim is that of its rationales, and NOT ENOUGH INFO where `evidence` is `{}`. Rationales with different labels are a finding.',
      'A record without `evidence`, as in the test file, is a claim without label. A file whose first record is one is read as a blind test file; in a labelled file such a record is a finding. Claims without label are written so.',
      'Documents come in the order that JSON has in JavaScript: those whose ids are integers first, in ascending order.',
    ],
  },
  losses,
  sniff: (head) => scifactForm.sniff(firstRecord(head)),
  *read(source, context) {
    yield* readFormLines(
      source,
      scifactForm,
      // The form takes an object for a record of its own only after it has refused nothing of it.
      (json) => scifactForm.claimOf(json) as Claim,
      context,
      leftOutOf,
    );
  },
  *write(claims, context) {
    for (const kept of keptClaims(losses, claims, context)) yield `${JSON.stringify(wireRecord(kept))}\n`;
  },
};

/** What rationales say besides label and sentences. */
function* leftOutOf({ json }: ReadRecord): Generator<LeftOut> {
  for (const [document, rationales] of Object.entries((json as SciFactRecord).evidence)) {
    for (const [which, rationale] of rationales.entries())
      yield* otherKeys(rationale, ['sentences', 'label'], 'a rationale', ['evidence', document, which]);
  }
}

/** Whether a claim is one whose label stands in its evidence. */
function isDecided({ label }: OpenClaim): boolean {
  return wireLabelOf.has(label as 'SUPPORTS' | 'REFUTES');
}

/** Whether an evidence set can be a rationale. */
function isRationale(set: readonly string[]): boolean {
  return isSentences(set) && new Set(set.map((id) => sentenceOf(id)[0])).size === 1;
}

/** Evidence sets by the document of their sentences, in the order of JSON. */
function setsByDocument<Set extends readonly string[]>(evidence: readonly Set[]): Record<string, Set[]> {
  const sets = new Map<string, Set[]>();
  for (const set of evidence) {
    const [document] = sentenceOf(set[0] ?? '');
    const others = sets.get(document);
    if (others === undefined) sets.set(document, [set]);
    else others.push(set);
  }
  return Object.fromEntries(sets);
}

function wireRecord(claim: OpenClaim): object {
  const { id, claim: text, evidence } = claim;
  const label = wireLabelOf.get(claim.label as 'SUPPORTS' | 'REFUTES');
  const documents = ownDocuments(claim);
  const rationales = Object.entries(setsByDocument(evidence)).map(([document, sets]) => [
    document,
    sets.map((set) => ({ sentences: set.map((sentence) => sentenceOf(sentence)[1]), label })),
  ]);
  return {
    id,
    claim: text,
    ...(claim.label !== undefined && { evidence: Object.fromEntries(rationales) as object }),
    ...(documents !== undefined && { [documentsKey]: documents }),
  };
}

/** The documents that a claim brings along, where they are ids of SciFact. */
function ownDocuments(claim: OpenClaim): readonly number[] | undefined {
  const documents = Object.hasOwn(claim, documentsKey) ? claim[documentsKey] : undefined;
  return Array.isArray(documents) && documents.every((id) => Number.isSafeInteger(id))
    ? documents
    : undefined;
}

/** The documents of a claim's evidence; `undefined` where one is none of SciFact's. */
function citedDocuments({ evidence }: OpenClaim): number[] | undefined {
  const titles = [...new Set(evidence.flat().map((id) => sentenceOf(id)[0]))];
  const documents = titles.map(Number);
  return documents.every((id, which) => Number.isSafeInteger(id) && String(id) === titles[which])
    ? documents
    : undefined;
}
