import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { isObject } from '../../text/is-object.ts';
import { toNfc } from '../../text/normalise.ts';
import { type Carrier, carrierLosses, carrierSchema, readCarrier, writeCarrierLines } from '../carrier.ts';
import { titleOf } from '../cited-texts.ts';
import { firstRecord } from '../first-record.ts';
import type { ReadableFormat, WritableFormat } from '../format.ts';
import { listOf } from '../forms/first-faults.ts';
import { type JsonRecord, readJsonLines } from '../json-lines.ts';
import { spellLabel } from '../spelled-labels.ts';
import { publishedTable } from '../tables/published-table.ts';
import { type RecordColumns, readRecordTable } from '../tables/record-table.ts';

/** The title of texts whose article is not known. */
const noTitle = 'Danish';
const noPage = 'DanFEVER';

const text = z.string().min(1);
const spellings = {
  SUPPORTS: 'Supported',
  REFUTES: 'Refuted',
  'NOT ENOUGH INFO': 'NotEnoughInfo',
} as const;

const schema = carrierSchema({
  id: claimIdSchema.exactOptional(),
  claim: text,
  label: text.exactOptional(),
  evidence: listOf(z.string()),
});

const carrier: Carrier = {
  schemaOf: () => schema,
  idOf: lineId,
  claimKey: 'claim',
  labelKey: 'label',
  ownKeys: [],
  derivedKeys: ['entity'],
  pieces: ({ entity, evidence }) => {
    const entities = Array.isArray(entity) ? entity : [];
    return (evidence as readonly string[]).map((piece, which) => {
      const name: unknown = entities[which] ?? entities[0];
      return { title: typeof name === 'string' && name !== '' ? titleOfEntity(name) : noTitle, text: piece };
    });
  },
  record: ({ claim: { id, claim, label }, ids, texts }) => [
    ['id', id],
    ['claim', claim],
    ['entity', ids.map((cited) => titleOf(cited).replaceAll(' ', '_'))],
    ['evidence', texts],
    ['label', spellLabel(label, spellings)],
  ],
};

const losses = carrierLosses(carrier);

/** The columns of DanFEVER's table. */
const columns: RecordColumns = {
  idKey: 'id',
  texts: ['claim', 'label', 'evidence_extract', 'verifiable', 'evidence', 'original_id'],
  required: ['claim', 'evidence_extract'],
  complete: ['claim', 'label'],
};

const tableSchema = carrierSchema({
  id: claimIdSchema.exactOptional(),
  claim: text,
  label: text.exactOptional(),
  evidence_extract: z.string().exactOptional(),
  evidence: z.string().exactOptional(),
});

/** The rows of DanFEVER, which are only read. */
const tableCarrier: Carrier = {
  ...carrier,
  schemaOf: () => tableSchema,
  ownKeys: ['evidence_extract'],
  derivedKeys: [],
  pieces: ({ evidence_extract: extract, evidence: pages }) =>
    extract === undefined ? [] : [{ title: toNfc(String(pages ?? noPage)), text: extract as string }],
};

/** The Danish files of the family: claims of a fact-verification set as JSON Lines, and the table of DanFEVER. */
export const danish: ReadableFormat & WritableFormat = {
  id: 'danish',
  title: 'Danish fact verification',
  url: 'https://aclanthology.org/2021.nodalida-main.47',
  extensions: ['jsonl', 'tsv'],
  page: {
    about:
      'Danish fact verification as JSON Lines (`claim`, `entity`, `evidence`, `label`), and, to read, the table of DanFEVER (Nørregaard and Derczynski 2021), `da_fever.tsv`. Each record carries the text of its evidence.',
    fields: [
      ['id', 'the same; the published files have none'],
      ['claim', 'the same'],
      ['entity', 'the titles of the evidence, one for each piece, with `_` for blanks'],
      ['evidence', 'the texts of the first evidence set, one for each piece'],
      ['label', '`Supported`, `Refuted`, `NotEnoughInfo`'],
      ['evidence_ids', 'the evidence sets; the published files have no ids'],
      ['any other key', 'the same'],
    ],
    notes: [
      'A record without an `id` gets the number of its line: `danish-12` is the claim of line 12, or of row 12 of the table, the header counted.',
      'All texts of `evidence` are one evidence set. A text without `evidence_ids` becomes `<title>_sentence_<n>`, the title from `entity` with blanks for `_`, `n` counted from 0 for each title in the order in which its texts are met. An `entity` that is not spelt so is kept by the claim.',
      'Of DanFEVER, `evidence_extract` is the text and `evidence`, which names the pages it is from (`wiki_26366, wiki_12289`), is the title; `verifiable`, `original_id` and any other column are kept by the claim. Such claims are written as JSON Lines.',
    ],
    clients: ['Hugging Face `datasets`: every record as it was written.'],
  },
  losses,
  madeTitle: noTitle,
  sniff: (head) => {
    if (publishedTable(head) === 'danish') return true;
    const json = firstRecord(head);
    return (
      isObject(json) &&
      Array.isArray(json.entity) &&
      Array.isArray(json.evidence) &&
      json.evidence.every((piece) => typeof piece === 'string')
    );
  },
  *read(source, context) {
    if (publishedTable(source.head ?? source.text) === 'danish')
      yield* readCarrier(tableCarrier, readRecordTable(source, '\t', columns), context);
    else yield* readCarrier(carrier, readJsonLines(source), context);
  },
  write: (claims, context) => writeCarrierLines(carrier, losses, claims, context),
};

function lineId({ json, lineNumber }: JsonRecord): string | number {
  return (json.id as string | number | undefined) ?? `danish-${lineNumber}`;
}

function titleOfEntity(entity: string): string {
  return toNfc(entity.replaceAll('_', ' '));
}
