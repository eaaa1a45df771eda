import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { isObject } from '../../text/is-object.ts';
import { toNfc } from '../../text/normalise.ts';
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
import { readJsonLines } from '../json-lines.ts';

/** The title of texts whose page is not known. */
const noTitle = 'FM2';

/** A piece of evidence without its text, which is the corpus's. */
type PieceRest = Readonly<Record<string, unknown>>;

const schema = carrierSchema({
  id: claimIdSchema,
  text: z.string().min(1),
  label: z.string().min(1).exactOptional(),
  gold_evidence: listOf(z.looseObject({ text: z.string() })),
});

const carrier: Carrier = {
  schemaOf: () => schema,
  idOf: ({ json }) => json.id as string | number,
  claimKey: 'text',
  labelKey: 'label',
  ownKeys: ['text'],
  derivedKeys: ['wikipedia_page'],
  kept: {
    gold_evidence: {
      read: ({ gold_evidence: pieces }, cited, context) => {
        const rest = (pieces as readonly PieceRest[]).map(({ text: _, ...piece }) => piece);
        return holdsRest(rest, cited, context) ? rest : undefined;
      },
      holds: holdsRest,
    },
  },
  pieces: ({ wikipedia_page: page, gold_evidence: pieces }) => {
    const title = typeof page === 'string' && page !== '' ? toNfc(page) : noTitle;
    return (pieces as readonly { readonly text: string }[]).map(({ text }) => ({ title, text }));
  },
  record: (cited, context) => {
    const { claim, ids, texts } = cited;
    const kept = Object.hasOwn(claim, 'gold_evidence') ? claim.gold_evidence : undefined;
    const rest = holdsRest(kept, cited, context) ? kept : restOf(ids, context);
    return [
      ['gold_evidence', texts.map((text, which) => ({ ...rest[which], text }))],
      ['id', claim.id],
      ['label', claim.label],
      ['text', claim.claim],
      ['wikipedia_page', titleOf(ids[0] ?? '')],
    ];
  },
};

const losses = carrierLosses(carrier);

/** The files of Fool Me Twice (Eisenschlos et al. 2021). */
export const fm2: ReadableFormat & WritableFormat = {
  id: 'fm2',
  title: 'Fool Me Twice (FM2)',
  url: 'https://github.com/google-research/fool-me-twice',
  extensions: ['jsonl'],
  page: {
    about:
      'Fool Me Twice (Eisenschlos et al. 2021): claims that players of a game wrote to be hard to guess. Each record carries the text of its evidence.',
    fields: [
      ['id, label', 'the same'],
      ['text', '`claim`'],
      [
        'gold_evidence',
        'the first evidence set: an object with `section_header` and `text` for each of its pieces',
      ],
      ['wikipedia_page', 'the title of their article'],
      ['evidence_ids', 'the evidence sets; the published files have no ids'],
      ['category, retrieved_evidence, correct_votes, total_votes, total_likes, any other key', 'the same'],
    ],
    notes: [
      'All pieces of `gold_evidence` are one evidence set: the writer of the claim chose them together. A piece without `evidence_ids` becomes `<title>_sentence_<n>`, counted from 0 for each page in the order in which its sentences are met.',
      '`section_header` is the heading before the piece in the corpus, empty where there is none. A header that the corpus does not give is kept by the claim, under `gold_evidence`, as long as the first evidence set has as many pieces.',
      '`retrieved_evidence` is what a search proposed, not evidence: the claim keeps it as it stands.',
    ],
    clients: ['Hugging Face `datasets`: every record as it was written.'],
  },
  losses,
  madeTitle: noTitle,
  sniff: (head) => {
    const json = firstRecord(head);
    return isObject(json) && Array.isArray(json.gold_evidence) && typeof json.text === 'string';
  },
  read: (source, context) => readCarrier(carrier, readJsonLines(source), context),
  write: (claims, context) => writeCarrierLines(carrier, losses, claims, context),
};

/** What the corpus says of pieces of evidence besides their text. */
function restOf(ids: readonly string[], { evidence }: FormatContext): readonly PieceRest[] {
  return ids.map((id) => {
    const section = evidence.get(id)?.section;
    return { section_header: section === undefined ? '' : (evidence.text(section) ?? '') };
  });
}

/** Whether a value has what else was said of each piece of the first evidence set, and not only what the corpus says anyway. */
function holdsRest(
  value: unknown,
  { ids, texts }: CitedClaim,
  context: FormatContext,
): value is readonly PieceRest[] {
  return (
    Array.isArray(value) &&
    value.length === texts.length &&
    value.every((piece) => isObject(piece) && !Object.hasOwn(piece, 'text')) &&
    JSON.stringify(value) !== JSON.stringify(restOf(ids, context))
  );
}
