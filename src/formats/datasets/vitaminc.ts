import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { escapeBrackets, unescapeBrackets } from '../../corpus/fever-page.ts';
import { isObject } from '../../text/is-object.ts';
import { toNfc } from '../../text/normalise.ts';
import { type Carrier, carrierLosses, carrierSchema, readCarrier, writeCarrierLines } from '../carrier.ts';
import { titleOf } from '../cited-texts.ts';
import { firstRecord } from '../first-record.ts';
import type { ReadableFormat, WritableFormat } from '../format.ts';
import { readJsonLines } from '../json-lines.ts';

/** The title of texts whose page is not known. */
const noTitle = 'VitaminC';

const text = z.string().min(1);
const schema = carrierSchema({
  unique_id: claimIdSchema,
  claim: text,
  label: text.exactOptional(),
  evidence: z.string(),
});

const carrier: Carrier = {
  schemaOf: () => schema,
  idOf: ({ json }) => json.unique_id as string | number,
  claimKey: 'claim',
  labelKey: 'label',
  ownKeys: ['unique_id'],
  derivedKeys: ['page'],
  pieces: ({ page, evidence }) => {
    const title = typeof page === 'string' && page !== '' ? toNfc(unescapeBrackets(page)) : noTitle;
    return evidence === '' ? [] : [{ title, text: evidence as string }];
  },
  record: ({ claim: { id, claim, label }, ids, texts }) => [
    ['unique_id', id],
    ['label', label],
    ['claim', claim],
    ['evidence', texts.join(' ')],
    ['page', escapeBrackets(titleOf(ids[0] ?? ''))],
  ],
};

const losses = carrierLosses(carrier);

/** The files of VitaminC (Schuster et al. 2021), real and synthetic. */
export const vitaminc: ReadableFormat & WritableFormat = {
  id: 'vitaminc',
  title: 'VitaminC',
  url: 'https://github.com/TalSchuster/VitaminC',
  extensions: ['jsonl'],
  page: {
    about:
      'VitaminC (Schuster et al. 2021): claims with contrasting evidence, from revisions of Wikipedia (real) and from FEVER (synthetic). Each record carries the text of its evidence.',
    fields: [
      ['unique_id', '`id`'],
      ['label, claim', 'the same'],
      ['evidence', 'the text of the first evidence set, its pieces with blanks between them'],
      [
        'page',
        'the title of its article, with `-LRB-`, `-RRB-`, `-LSB-`, `-RSB-`, `-COLON-` for brackets and colons',
      ],
      ['evidence_ids', 'the evidence sets; the published files have no ids'],
      ['case_id, wiki_revision_id, FEVER_id, revision_type, group, any other key', 'the same'],
    ],
    notes: [
      'A record without `evidence_ids` says which page its sentence is from, but not which sentence it is: it becomes `<title>_sentence_<n>`, counted from 0 for each page in the order in which its sentences are met. Sentences of different revisions of a page stand in one article.',
      'A `page` that is not spelt as it would be written, such as one with brackets of its own, is kept by the claim.',
    ],
    clients: ['Hugging Face `datasets`: every record as it was written.'],
  },
  losses,
  isPair: true,
  madeTitle: noTitle,
  sniff: (head) => {
    const json = firstRecord(head);
    return isObject(json) && Object.hasOwn(json, 'unique_id') && typeof json.evidence === 'string';
  },
  read: (source, context) => readCarrier(carrier, readJsonLines(source, 'unique_id'), context),
  write: (claims, context) => writeCarrierLines(carrier, losses, claims, context),
};
