import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { isObject } from '../../text/is-object.ts';
import { type Carrier, carrierLosses, carrierSchema, readCarrier, writeCarrierLines } from '../carrier.ts';
import { firstRecord } from '../first-record.ts';
import type { ReadableFormat, WritableFormat } from '../format.ts';
import { type JsonRecord, readJsonLines } from '../json-lines.ts';

/** The unknown key of a claim that was read from a file in the shape of version 0.1. */
const versionKey = 'fever_symmetric';

/** The title of the texts: records do not say which article they are from. */
const title = 'FEVER-Symmetric';

const text = z.string().min(1);
const claimShape = { id: claimIdSchema, claim: text, label: text.exactOptional() };
const firstSchema = carrierSchema({ ...claimShape, evidence_sentence: z.string() });
const schema = carrierSchema({ ...claimShape, evidence: z.string() });

const carrier: Carrier = {
  schemaOf: (json) => (isFirstVersion(json) ? firstSchema : schema),
  idOf: ({ json }) => json.id as string | number,
  claimKey: 'claim',
  labelKey: 'label',
  ownKeys: ['evidence_sentence'],
  derivedKeys: ['sentence1', 'sentence2', 'gold_label', 'evid'],
  kept: {
    [versionKey]: {
      read: (json) => (isFirstVersion(json) ? '0.1' : undefined),
      holds: (value) => value === '0.1',
    },
  },
  pieces: (json) => {
    const sentence = (isFirstVersion(json) ? json.evidence_sentence : json.evidence) as string;
    return sentence === '' ? [] : [{ title, text: sentence }];
  },
  record: ({ claim: { id, claim, label, [versionKey]: version }, texts }) => {
    const sentence = texts.join(' ');
    if (version === '0.1')
      return [
        ['id', id],
        ['label', label],
        ['claim', claim],
        ['evidence_sentence', sentence],
      ];
    return [
      ['id', id],
      ['claim', claim],
      ['evidence', sentence],
      ['sentence1', sentence],
      ['sentence2', claim],
      ['gold_label', label],
      ['label', label],
      ['evid', [[sentence, 1]]],
    ];
  },
};

const losses = carrierLosses(carrier);

/** The files of FEVER-Symmetric (Schuster et al. 2019), in both of their shapes. */
export const feverSymmetric: ReadableFormat & WritableFormat = {
  id: 'fever-symmetric',
  title: 'FEVER-Symmetric',
  url: 'https://github.com/TalSchuster/FeverSymmetric',
  extensions: ['jsonl'],
  page: {
    about:
      'FEVER-Symmetric (Schuster et al. 2019): pairs of a claim and a sentence in which words of the claim alone give the label away no more. Each record carries the text of its evidence.',
    fields: [
      ['id, claim, label', 'the same'],
      ['evidence', 'the text of the first evidence set, its pieces with blanks between them'],
      ['sentence1, sentence2, gold_label, evid', 'evidence, claim, label and `[[evidence, 1]]` once more'],
      ['evidence_ids', 'the evidence sets; the published files have no ids'],
      ['any other key', 'the same'],
    ],
    notes: [
      'Both shapes are read, and written as they were: version 0.1 has `id`, `label`, `claim` and `evidence_sentence`; a claim from it has the key `fever_symmetric` with the value `0.1`. All other claims are written in the shape of version 0.2.',
      'A record without `evidence_ids` says neither article nor sentence: its text becomes `FEVER-Symmetric_sentence_<n>`, counted from 0 in the order in which the texts are met.',
      'Where `sentence1`, `sentence2`, `gold_label` or `evid` say something else than the keys they repeat, the claim keeps them.',
    ],
    clients: ['Hugging Face `datasets`: every record as it was written.'],
  },
  losses,
  isPair: true,
  madeTitle: title,
  sniff: (head) => {
    const json = firstRecord(head);
    return (
      isObject(json) &&
      (isFirstVersion(json) ||
        (typeof json.evidence === 'string' &&
          Object.hasOwn(json, 'evid') &&
          Object.hasOwn(json, 'gold_label')))
    );
  },
  read: (source, context) => readCarrier(carrier, readJsonLines(source), context),
  write: (claims, context) => writeCarrierLines(carrier, losses, claims, context),
};

function isFirstVersion(json: JsonRecord['json']): boolean {
  return Object.hasOwn(json, 'evidence_sentence');
}
