import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { labelOfSpelling } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { formatEvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isObject } from '../../text/is-object.ts';
import {
  type Carrier,
  type CitedClaim,
  carrierLosses,
  carrierSchema,
  readCarrier,
  writeCarrierLines,
} from '../carrier.ts';
import { titleOf } from '../cited-texts.ts';
import { firstRecord } from '../first-record.ts';
import type { FormatContext, ReadableFormat, WritableFormat } from '../format.ts';
import { listOf } from '../forms/first-faults.ts';
import { type JsonRecord, readJsonLines } from '../json-lines.ts';
import { spellLabel } from '../spelled-labels.ts';

/** A piece of evidence without its text, which is the corpus's. */
interface PieceRest {
  readonly evidence_id: string;
  readonly evidence_label?: unknown;
  readonly [key: string]: unknown;
}

/** As many votes as a piece of evidence has at most; those that were not cast are null. */
const noVotes = [null, null, null, null, null];

const text = z.string().min(1);
const schema = carrierSchema({
  claim_id: claimIdSchema,
  claim: text,
  claim_label: text.exactOptional(),
  evidences: listOf(z.looseObject({ evidence_id: text, evidence: z.string() })),
});

const spellings = {
  SUPPORTS: 'SUPPORTS',
  REFUTES: 'REFUTES',
  'NOT ENOUGH INFO': 'NOT_ENOUGH_INFO',
} as const;

const carrier: Carrier = {
  schemaOf: () => schema,
  idOf: ({ json }) => json.claim_id as string | number,
  claimKey: 'claim',
  labelKey: 'claim_label',
  ownKeys: ['claim_id', 'claim_label'],
  kept: {
    evidences: {
      read: (json, { claim }) => {
        const rest = piecesOf(json).map(({ evidence: _, ...piece }) => piece);
        return JSON.stringify(rest) === JSON.stringify(restOf(claim)) ? undefined : rest;
      },
      holds: holdsRest,
    },
  },
  pieces: (json) =>
    piecesOf(json).map(({ evidence_id: evidenceId, evidence }) => {
      const id = idOfEvidence(evidenceId);
      return { title: titleOf(id), text: evidence, id };
    }),
  sets: (json, ids) => {
    const decides = decidersOf(json.claim_label);
    const pieces = piecesOf(json);
    return [...new Set(ids.filter((_, which) => decides(pieces[which]?.evidence_label)))].map((id) => [id]);
  },
  record: (cited, context) => {
    const { claim } = cited;
    const kept = Object.hasOwn(claim, 'evidences') ? claim.evidences : undefined;
    const rest = holdsRest(kept, cited, context) ? kept : restOf(claim);
    return [
      ['claim_id', claim.id],
      ['claim', claim.claim],
      ['claim_label', spellLabel(claim.label, spellings)],
      [
        'evidences',
        rest.map((piece) => ({
          ...piece,
          evidence: context.evidence.text(idOfEvidence(piece.evidence_id)) ?? '',
        })),
      ],
    ];
  },
};

const losses = carrierLosses(carrier);

/** The files of Climate-FEVER (Diggelmann et al. 2020). */
export const climateFever: ReadableFormat & WritableFormat = {
  id: 'climate-fever',
  title: 'Climate-FEVER',
  url: 'https://github.com/tdiggelm/climate-fever-dataset',
  extensions: ['jsonl'],
  page: {
    about:
      'Climate-FEVER (Diggelmann et al. 2020): claims about the climate from the Internet, each with five sentences of Wikipedia on which up to five people voted. Each record carries the text of its evidence.',
    fields: [
      ['claim_id', '`id`'],
      ['claim', 'the same'],
      [
        'claim_label',
        '`label`: `SUPPORTS`, `REFUTES`, `NOT_ENOUGH_INFO`, or `DISPUTED`, which stays what it is',
      ],
      [
        'evidences',
        'an object for each piece of evidence: `evidence_id` is `<title>:<n>` for `<title>_sentence_<n>`, `evidence_label` the label of the claim, `article` the title, `evidence` the text, `entropy` null, `votes` five times null',
      ],
      ['evidence_ids', 'the evidence sets, where the labels of the evidence do not tell them'],
      ['any other key', 'the same'],
    ],
    notes: [
      'The evidence sets of a claim are those pieces that have the label of the claim, each of them a set of its own. For `DISPUTED` they are the pieces that support and those that refute; for `NOT_ENOUGH_INFO`, for another label and for none they are all pieces, which are only related.',
      'The claim keeps all pieces under `evidences`, with labels, entropy and votes but without text, so that the file comes back as it was. They are written as long as they have each id that the claim cites; a claim with another label or other sets has them in `evidence_ids`.',
      'An `evidence_id` that does not end with `:` and a number is taken for an evidence id, or else for the title of an article with one sentence.',
    ],
    clients: ['Hugging Face `datasets`: every record as it was written.'],
  },
  losses,
  sniff: (head) => {
    const json = firstRecord(head);
    return isObject(json) && Object.hasOwn(json, 'claim_id') && Array.isArray(json.evidences);
  },
  read: (source, context) => readCarrier(carrier, readJsonLines(source, 'claim_id'), context),
  write: (claims, context) => writeCarrierLines(carrier, losses, claims, context),
};

function piecesOf(json: JsonRecord['json']): readonly (PieceRest & { readonly evidence: string })[] {
  return json.evidences as readonly (PieceRest & { readonly evidence: string })[];
}

/** `Article:12` is `Article_sentence_12`. */
function idOfEvidence(evidenceId: string): string {
  const [, title, number] = /^(.+):(\d{1,9})$/s.exec(evidenceId) ?? [];
  if (title === undefined && parseEvidenceId(evidenceId) !== undefined) return evidenceId;
  return formatEvidenceId({ title: title ?? evidenceId, kind: 'sentence', numbers: [Number(number ?? 0)] });
}

function evidenceOfId(id: string): string {
  const { title, kind, numbers } = parseEvidenceId(id) ?? {};
  return kind === 'sentence' ? `${title}:${numbers?.[0]}` : id;
}

/** Which pieces of evidence decide a claim, told by their labels. */
function decidersOf(claimLabel: unknown): (pieceLabel: unknown) => boolean {
  const labelOf = (value: unknown) => (typeof value === 'string' ? labelOfSpelling(value) : undefined);
  const label = labelOf(claimLabel);
  if (claimLabel === 'DISPUTED')
    return (piece) => labelOf(piece) === 'SUPPORTS' || labelOf(piece) === 'REFUTES';
  return label === 'SUPPORTS' || label === 'REFUTES' ? (piece) => labelOf(piece) === label : () => true;
}

/** What a record says of evidence that nobody voted on. */
function restOf({ label, evidence }: OpenClaim): readonly PieceRest[] {
  return [...new Set(evidence.flat())].map((id) => ({
    evidence_id: evidenceOfId(id),
    ...(label !== undefined && { evidence_label: spellLabel(label, spellings) }),
    article: titleOf(id),
    entropy: null,
    votes: noVotes,
  }));
}

/**
 * Whether a value has what was said of pieces of evidence, those that the claim cites among them, whose texts are in the corpus; and
 * not only what would be written anyway.
 */
function holdsRest(
  value: unknown,
  { claim }: CitedClaim,
  { evidence }: FormatContext,
): value is readonly PieceRest[] {
  if (!Array.isArray(value) || !value.every(isRest)) return false;
  const ids = new Set(value.map((piece) => idOfEvidence(piece.evidence_id)));
  return (
    claim.evidence.flat().every((id) => ids.has(id)) &&
    [...ids].every((id) => evidence.text(id) !== undefined) &&
    JSON.stringify(value) !== JSON.stringify(restOf(claim))
  );
}

function isRest(value: unknown): value is PieceRest {
  return (
    isObject(value) &&
    typeof value.evidence_id === 'string' &&
    value.evidence_id !== '' &&
    !Object.hasOwn(value, 'evidence')
  );
}
