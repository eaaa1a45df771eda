import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { isObject } from '../../text/is-object.ts';
import { type Carrier, carrierLosses, carrierSchema, readCarrier, writeCarrierLines } from '../carrier.ts';
import { firstRecord } from '../first-record.ts';
import type { Loss, ReadableFormat, WritableFormat } from '../format.ts';
import { readJsonLines } from '../json-lines.ts';
import { defineLoss } from '../loss.ts';
import { readLabel } from '../spelled-labels.ts';
import { publishedTable } from '../tables/published-table.ts';
import { type RecordColumns, readRecordTable } from '../tables/record-table.ts';

/** The title of the documents, which have none. */
const title = 'LLM-AggreFact';

/** What a claim is that its document does not support: refuted, or neither. HoVer has the same label. */
const notSupported = 'NOT_SUPPORTED';

const text = z.string().min(1);
const schema = carrierSchema({
  id: claimIdSchema.exactOptional(),
  doc: z.string().exactOptional(),
  claim: text,
  label: z.union([z.int(), text]).exactOptional(),
});

const carrier: Carrier = {
  schemaOf: () => schema,
  idOf: ({ json, lineNumber }) => (json.id as OpenClaim['id'] | undefined) ?? `aggrefact-${lineNumber}`,
  claimKey: 'claim',
  labelKey: 'label',
  labelOf: (value) => {
    const label = String(value).trim();
    if (/^1(?:\.0)?$/.test(label)) return 'SUPPORTS';
    return /^0(?:\.0)?$/.test(label) ? notSupported : readLabel(String(value));
  },
  ownKeys: ['doc'],
  pieces: ({ doc = '' }) => (doc === '' ? [] : [{ title, text: doc as string }]),
  record: ({ claim: { id, claim, label }, texts }) => [
    ['id', id],
    ['doc', texts.join(' ')],
    ['claim', claim],
    ['label', label === undefined ? undefined : label === 'SUPPORTS' ? 1 : 0],
  ],
};

const columns: RecordColumns = {
  idKey: 'id',
  texts: ['dataset', 'doc', 'claim', 'label', 'contamination_identifier'],
  required: ['doc', 'claim'],
  complete: ['doc', 'claim', 'label'],
};

const [spellings, ...others] = carrierLosses(carrier);

const losses: readonly Loss[] = [
  ...(spellings === undefined ? [] : [spellings]),
  defineLoss({
    id: 'labels',
    description:
      'Claims with a label that is none of the three, nor `NOT_SUPPORTED`: they are left out. `--map-label` says what a label is to become.',
    forget: (claim) => (claim.label === undefined || isSaid(claim.label) ? claim : undefined),
  }),
  defineLoss({
    id: 'not-supported',
    description:
      '`REFUTES` and `NOT ENOUGH INFO`: both are 0, not supported, and come back as `NOT_SUPPORTED`.',
    forget: (claim) =>
      claim.label === 'REFUTES' || claim.label === 'NOT ENOUGH INFO'
        ? { ...claim, label: notSupported }
        : claim,
  }),
  ...others,
];

/** The files of LLM-AggreFact (Tang et al. 2024), and of what copies their keys. */
export const aggrefact: ReadableFormat & WritableFormat = {
  id: 'aggrefact',
  title: 'LLM-AggreFact',
  url: 'https://huggingface.co/datasets/lytang/LLM-AggreFact',
  extensions: ['jsonl', 'csv'],
  page: {
    about:
      'LLM-AggreFact (Tang et al. 2024): sentences that language models wrote, with the document they should follow from; and what is written like it to try models such as MiniCheck. Each record carries the text of its evidence.',
    fields: [
      ['id', 'the same; the published files have none'],
      ['doc', 'the text of the first evidence set, its pieces with blanks between them'],
      ['claim', 'the same'],
      ['label', '1 for `SUPPORTS`, 0 for `NOT_SUPPORTED`, `REFUTES` and `NOT ENOUGH INFO`'],
      ['evidence_ids', 'the evidence sets; the published files have no ids'],
      ['dataset, contamination_identifier, any other key', 'the same'],
    ],
    notes: [
      'JSON Lines and CSV, as exported from the published Parquet files, are read; JSON Lines are written.',
      'The label 0 says that the document does not support the claim, not that it refutes it: it is read as `NOT_SUPPORTED`, which is none of the three labels. `--map-label` says what it is to become.',
      'A record without an `id` gets the number of its line: `aggrefact-12` is the claim of line 12, or of row 12 of the table, the header counted.',
      'A record without `evidence_ids` says neither article nor sentence: its document becomes `LLM-AggreFact_sentence_<n>`, counted from 0 in the order in which the documents are met.',
      'The authors ask that the benchmark is not used for training.',
    ],
    clients: ['Hugging Face `datasets`: every record as it was written.'],
  },
  losses,
  isPair: true,
  madeTitle: title,
  sniff: (head) => {
    if (publishedTable(head) === 'aggrefact') return true;
    const json = firstRecord(head);
    return isObject(json) && typeof json.doc === 'string' && typeof json.claim === 'string';
  },
  *read(source, context) {
    const lines =
      publishedTable(source.head ?? source.text) === 'aggrefact'
        ? readRecordTable(source, ',', columns)
        : readJsonLines(source);
    yield* readCarrier(carrier, lines, context);
  },
  write: (claims, context) => writeCarrierLines(carrier, losses, claims, context),
};

function isSaid(label: string): boolean {
  return ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO', notSupported].includes(label);
}
