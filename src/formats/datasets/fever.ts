import type { Claim } from '../../claims/claim.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { formatEvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import { pageOfTitle, titleOfPage } from '../../corpus/fever-page.ts';
import { withUnknownEntries } from '../claim-keys.ts';
import { firstRecord } from '../first-record.ts';
import type { FormatContext, Loss, ReadableFormat, WritableFormat } from '../format.ts';
import { type FeverRecord, type FeverTuple, feverForm, isVerifiable, verifiableOf } from '../forms/fever.ts';
import { type ReadRecord, readFormLines } from '../json-lines.ts';
import type { LeftOut } from '../left-out.ts';
import { blindEvidenceLoss, defineLoss, foreignLabelsLoss, keptClaims, nativeKeyLosses } from '../loss.ts';
import { isSentences, sentenceOf } from '../sentence-sets.ts';
import { readFeverRows } from './fever-rows.ts';

/** The ids of the annotation and of the verdict that a piece of evidence comes from. */
type IdPair = readonly [annotation: number | null, evidence: number | null];

/** The unknown key under which a claim keeps the annotation and evidence ids of FEVER, set by set. */
const idsKey = 'fever_ids';

/** The key of old files that has the pieces of all sets in one list. */
const allKey = 'all_evidence';

const losses: readonly Loss[] = [
  foreignLabelsLoss,
  blindEvidenceLoss,
  defineLoss({
    id: 'claims',
    description: 'Claims none of whose evidence sets consists of sentences alone: they are left out.',
    forget: (claim) =>
      isVerifiable(claim.label) && claim.evidence.length > 0 && !claim.evidence.some(isSentences)
        ? undefined
        : claim,
  }),
  defineLoss({
    id: 'sets',
    description:
      'Evidence sets with anything but sentences (cells, header cells, list items, captions): they are left out whole.',
    forget: (claim) =>
      !isVerifiable(claim.label) || claim.evidence.every(isSentences)
        ? claim
        : { ...claim, evidence: claim.evidence.filter(isSentences) },
  }),
  defineLoss({
    id: 'nei-evidence',
    description: 'Evidence of NOT ENOUGH INFO claims, which have none in FEVER.',
    forget: (claim) =>
      isVerifiable(claim.label) || claim.evidence.length === 0 ? claim : { ...claim, evidence: [] },
  }),
  defineLoss({
    id: 'titles',
    description:
      'Underscores, escapes such as -LRB- and uncomposed characters in titles: the escapes of FEVER cannot tell them from blanks, brackets and composed characters.',
    forget: (claim) => {
      const evidence = claim.evidence.map((set) => set.map(respell));
      const same = evidence.every((set, which) =>
        set.every((id, piece) => id === claim.evidence[which]?.[piece]),
      );
      return same ? claim : { ...claim, evidence };
    },
  }),
  ...nativeKeyLosses,
  defineLoss({
    id: 'keys',
    description: `Unknown keys, except \`${idsKey}\` and \`${allKey}\` as long as they fit the evidence.`,
    forget: (claim) => {
      const ids = keptIds(claim);
      const all = keptAll(claim);
      return withUnknownEntries(claim, [
        ...(ids === undefined ? [] : [[idsKey, ids] as const]),
        ...(all === undefined ? [] : [[allKey, all] as const]),
      ]);
    },
  }),
];

/** The files of FEVER (Thorne et al. 2018): sentences of articles only. */
export const fever: ReadableFormat & WritableFormat = {
  id: 'fever',
  title: 'FEVER',
  url: 'https://fever.ai/dataset/fever.html',
  extensions: ['jsonl'],
  page: {
    about:
      'The claim files of FEVER (Thorne et al. 2018), and of the datasets that copy their keys: sentences of articles only.',
    fields: [
      ['id, label, claim', 'the same'],
      ['verifiable', '`NOT VERIFIABLE` for `NOT ENOUGH INFO`, otherwise `VERIFIABLE`'],
      ['evidence', 'one list a set, of `[annotation_id, evidence_id, page, sentence]`'],
      [
        'all_evidence',
        'the same pieces in one list, where the claim came with them; files before May 2018 have it',
      ],
    ],
    notes: [
      'A page is the title with `_` for blanks and `-LRB-`, `-RRB-`, `-LSB-`, `-RSB-`, `-COLON-` for brackets and colons, in Unicode normal form D. Reading gives the title in normal form C, in which the corpus compares ids.',
      '`annotation_id` is 0 and `evidence_id` the number of the set, from 0: copies of FEVER that are flattened to one row a sentence tell the sets of a claim apart by it. The scorers look at neither. Other ids that a file has are kept when reading, under the key `fever_ids`: set by set, a pair for each piece of evidence. They are written again as long as they fit the evidence.',
      'A NOT ENOUGH INFO claim has the evidence `[[[0,null,null,null]]]`, and is read without evidence.',
      'A SUPPORTS or REFUTES claim that has no evidence sets to begin with is written with `[]`.',
      'A blind test file has records of `id` and `claim` alone. A file whose first record is one is read as such: claims without label and evidence. In a labelled file a record without label is a finding. Claims without label are written as blind records.',
      'Flattened copies have one row for each piece of evidence (`evidence_annotation_id`, `evidence_id`, `evidence_wiki_url`, `evidence_sentence_id`, with -1 and an empty page for none). Their rows are put together again, wherever they stand in the file, by `id` and within a claim by `evidence_id`; the claims come in the order of their first rows, after the whole file was read. They are written as FEVER has them.',
      'FEVER 2.0 has the same records, with ids from 500000.',
    ],
    clients: ['`fever-scorer` (the official scorer): full marks for the file against itself'],
  },
  losses,
  sniff: (head) => feverForm.sniff(firstRecord(head)),
  *read(source, context) {
    yield* readFeverRows(source, context, withIds) ??
      readFormLines(source, feverForm, withIds, context, leftOutOf);
  },
  *write(claims, context: FormatContext) {
    for (const kept of keptClaims(losses, claims, context)) yield `${JSON.stringify(wireRecord(kept))}\n`;
  },
};

/** The claim of a record with all of its keys, and the ids of its evidence. */
function withIds(json: object): Claim {
  const { verifiable: _, evidence: tuples, ...rest } = json as FeverRecord;
  const claim = { ...rest, evidence: feverForm.claimOf(json)?.evidence ?? [] } as Claim;
  const ids = tuples.map((set) => set.map(([annotation, piece]): IdPair => [annotation, piece]));
  return fitsIds(claim, ids) && !isDefault(claim, ids) ? { ...claim, [idsKey]: ids } : claim;
}

/** The ids of evidence that a NOT ENOUGH INFO claim cites all the same: there is no file of FEVER they could be written to. */
function* leftOutOf({ claim }: ReadRecord): Generator<LeftOut> {
  if (isVerifiable(claim.label) || claim.evidence.length === 0) return;
  yield { what: 'the annotation ids of evidence of a NOT ENOUGH INFO claim', path: ['evidence'] };
}

function wireRecord(claim: OpenClaim): object {
  if (claim.label === undefined) return { id: claim.id, claim: claim.claim };
  const all = keptAll(claim);
  return {
    id: claim.id,
    verifiable: verifiableOf(claim.label),
    label: claim.label,
    claim: claim.claim,
    evidence: wireEvidence(claim),
    ...(all !== undefined && { [allKey]: all }),
  };
}

function wireEvidence(claim: OpenClaim): FeverTuple[][] {
  const ids = keptIds(claim) ?? defaultIds(claim);
  if (!isVerifiable(claim.label))
    return ids.map((set) =>
      set.map(([annotation, verdict]): FeverTuple => [annotation, verdict, null, null]),
    );
  return claim.evidence.map((set, which) =>
    set.map((id, piece): FeverTuple => {
      const [annotation, verdict] = ids[which]?.[piece] ?? [0, which];
      const [title, sentence] = sentenceOf(id);
      return [annotation, verdict, pageOfTitle(title), sentence];
    }),
  );
}

/** The list of all pieces that a claim brings along; `undefined` where it has none, or its evidence has changed since. */
function keptAll(claim: OpenClaim): unknown {
  const all = Object.hasOwn(claim, allKey) ? claim[allKey] : undefined;
  if (!Array.isArray(all) || claim.label === undefined) return undefined;
  return JSON.stringify(all) === JSON.stringify(wireEvidence(claim).flat()) ? all : undefined;
}

/**
 * The ids of a claim that was annotated elsewhere: annotation 0, and the number of the set, by which flattened copies of FEVER
 * tell the sets of a claim apart. The scorers look at neither.
 */
function defaultIds(claim: OpenClaim): IdPair[][] {
  if (!isVerifiable(claim.label)) return [[[0, null]]];
  return claim.evidence.map((set, which) => set.map((): IdPair => [0, which]));
}

function isDefault(claim: OpenClaim, ids: readonly (readonly IdPair[])[]): boolean {
  // No set at all is what FEVER has for no claim; it is read, and written as the default.
  return ids.length === 0 || JSON.stringify(ids) === JSON.stringify(defaultIds(claim));
}

/** The FEVER ids that a claim brings along; `undefined` where it has none, or its evidence has changed since. */
function keptIds(claim: OpenClaim): IdPair[][] | undefined {
  const ids = Object.hasOwn(claim, idsKey) ? claim[idsKey] : undefined;
  return fitsIds(claim, ids) && !isDefault(claim, ids) ? ids : undefined;
}

/** Whether there is a pair of ids for each piece of evidence, or at least one for a claim that has none. */
function fitsIds(claim: OpenClaim, ids: unknown): ids is IdPair[][] {
  if (!Array.isArray(ids) || !ids.every((set) => Array.isArray(set) && set.length > 0 && set.every(isIdPair)))
    return false;
  if (!isVerifiable(claim.label)) return claim.evidence.length === 0;
  const sets = ids as unknown[][];
  return (
    sets.length === claim.evidence.length &&
    sets.every((set, which) => set.length === claim.evidence[which]?.length)
  );
}

function isIdPair(pair: unknown): boolean {
  return (
    Array.isArray(pair) && pair.length === 2 && pair.every((id) => id === null || Number.isSafeInteger(id))
  );
}

/** A sentence id as it comes back from FEVER. */
function respell(id: string): string {
  const parts = parseEvidenceId(id);
  return parts === undefined
    ? id
    : formatEvidenceId({ ...parts, title: titleOfPage(pageOfTitle(parts.title)) });
}
