import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { type Carrier, carrierSchema, readCarrier } from '../carrier.ts';
import type { ReadableFormat, WritableFormat } from '../format.ts';
import { spellLabel } from '../spelled-labels.ts';
import { recordTableLosses, writeRecordTable } from '../tables/carrier-table.ts';
import { publishedTable } from '../tables/published-table.ts';
import { type RecordColumns, readRecordTable } from '../tables/record-table.ts';

/** The title of the texts: records do not say which article they are from. */
const title = 'HealthVer';

const columns: RecordColumns = {
  idKey: 'id',
  texts: ['evidence', 'claim', 'label', 'topic_ip', 'question'],
  required: ['id', 'evidence', 'claim'],
  complete: ['id', 'evidence', 'claim', 'label'],
};

const text = z.string().min(1);
const schema = carrierSchema({
  id: claimIdSchema,
  evidence: z.string().exactOptional(),
  claim: text,
  label: text.exactOptional(),
});

const spellings = { SUPPORTS: 'Supports', REFUTES: 'Refutes', 'NOT ENOUGH INFO': 'Neutral' } as const;

const carrier: Carrier = {
  schemaOf: () => schema,
  idOf: ({ json }) => json.id as string | number,
  claimKey: 'claim',
  labelKey: 'label',
  ownKeys: [],
  pieces: ({ evidence = '' }) => (evidence === '' ? [] : [{ title, text: evidence as string }]),
  record: ({ claim: { id, claim, label }, texts }) => [
    ['id', id],
    ['evidence', texts.join(' ')],
    ['claim', claim],
    ['label', spellLabel(label, spellings)],
  ],
};

const losses = recordTableLosses(carrier, columns);

/** The tables of HealthVer (Sarrouti et al. 2021). */
export const healthver: ReadableFormat & WritableFormat = {
  id: 'healthver',
  title: 'HealthVer',
  url: 'https://github.com/sarrouti/HealthVer',
  extensions: ['csv'],
  page: {
    about:
      'HealthVer (Sarrouti et al. 2021): claims about COVID-19 that answer a question, each with a passage of a scientific article. Each row carries the text of its evidence.',
    fields: [
      ['id, claim', 'the same'],
      ['evidence', 'the text of the first evidence set, its pieces with blanks between them'],
      ['label', '`Supports`, `Refutes`, `Neutral` for `NOT ENOUGH INFO`'],
      ['topic_ip, question', 'the same; empty where the claim has none'],
      ['evidence_ids', 'the evidence sets as JSON; the published files have no ids'],
      ['any other key', 'a column each, as in [csv](csv.md)'],
    ],
    notes: [
      'A row without `evidence_ids` says neither article nor sentence: its text becomes `HealthVer_sentence_<n>`, counted from 0 in the order in which the texts are met.',
      'Each row is a claim of its own, although the same claim may stand in several rows with different evidence: rows have different ids.',
      'Formulas are guarded as in [csv](csv.md); blanks at the ends of cells are kept.',
    ],
    clients: ['pandas `read_csv`: every cell as it was written.'],
  },
  losses,
  isPair: true,
  madeTitle: title,
  sniff: (head) => publishedTable(head) === 'healthver',
  read: (source, context) => readCarrier(carrier, readRecordTable(source, ',', columns), context),
  write: (claims, context) => writeRecordTable(carrier, losses, columns, ',', claims, context),
};
