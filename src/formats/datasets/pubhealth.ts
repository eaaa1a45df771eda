import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { type Carrier, carrierSchema, readCarrier } from '../carrier.ts';
import type { ReadableFormat, WritableFormat } from '../format.ts';
import { spellLabel } from '../spelled-labels.ts';
import { recordTableLosses, writeRecordTable } from '../tables/carrier-table.ts';
import { publishedTable } from '../tables/published-table.ts';
import { type RecordColumns, readRecordTable } from '../tables/record-table.ts';

/** The title of the texts: the evidence of a claim is the text of a page that has no title here. */
const title = 'PUBHEALTH';

const columns: RecordColumns = {
  idKey: 'claim_id',
  texts: [
    'claim',
    'date_published',
    'explanation',
    'fact_checkers',
    'main_text',
    'sources',
    'label',
    'subjects',
  ],
  required: ['claim_id', 'claim', 'main_text'],
  complete: ['claim_id', 'claim', 'main_text', 'label'],
};

const text = z.string().min(1);
const schema = carrierSchema({
  claim_id: claimIdSchema,
  claim: text,
  label: text.exactOptional(),
  main_text: z.string().exactOptional(),
});

const spellings = { SUPPORTS: 'true', REFUTES: 'false', 'NOT ENOUGH INFO': 'NOT ENOUGH INFO' } as const;

const carrier: Carrier = {
  schemaOf: () => schema,
  idOf: ({ json }) => json.claim_id as string | number,
  claimKey: 'claim',
  labelKey: 'label',
  ownKeys: ['claim_id', 'main_text'],
  pieces: ({ main_text: evidence }) => (evidence === undefined ? [] : [{ title, text: evidence as string }]),
  record: ({ claim: { id, claim, label }, texts }) => [
    ['claim_id', id],
    ['claim', claim],
    ['main_text', texts.join(' ')],
    ['label', spellLabel(label, spellings)],
  ],
};

const losses = recordTableLosses(carrier, columns);

/** The tables of PUBHEALTH (Kotonya and Toni 2020). */
export const pubhealth: ReadableFormat & WritableFormat = {
  id: 'pubhealth',
  title: 'PUBHEALTH',
  url: 'https://github.com/neemakot/Health-Fact-Checking',
  extensions: ['tsv'],
  page: {
    about:
      'PUBHEALTH (Kotonya and Toni 2020): claims about public health that journalists checked, with their explanation. Each row carries the text of its evidence, a whole page of the Web.',
    fields: [
      ['claim_id', '`id`'],
      ['claim', 'the same'],
      ['main_text', 'the text of the first evidence set, its pieces with blanks between them'],
      [
        'label',
        '`true` for `SUPPORTS`, `false` for `REFUTES`; `NOT ENOUGH INFO`, `mixture`, `unproven` and whatever else stands there as they are',
      ],
      [
        'date_published, explanation, fact_checkers, sources, subjects',
        'the same, as text; empty where the claim has none',
      ],
      ['evidence_ids', 'the evidence sets as JSON; the published files have no ids'],
      ['any other key', 'a column each, as in [csv](csv.md)'],
    ],
    notes: [
      'A row without `evidence_ids` says neither article nor sentence: its text becomes `PUBHEALTH_sentence_<n>`, counted from 0 in the order in which the texts are met. A row without a text has no evidence.',
      'The label `unproven` is not read as `NOT ENOUGH INFO`: that a claim is unproven is a verdict on it. `--map-label` says what it is to become. An empty cell is no label, and so is a table without the column.',
      'A column without a name at the beginning, which some of the files have, is kept under the key `Unnamed: 0`, as pandas calls it.',
      'Published copies have rows that break off: other programs fill them up and count them as claims without a label. Here a row that ends before its label is a finding and not a claim; `--partial` reads the others.',
      'Formulas are guarded as in [csv](csv.md); blanks at the ends of cells are kept.',
    ],
    clients: ['pandas `read_csv`: every cell as it was written.'],
  },
  losses,
  madeTitle: title,
  sniff: (head) => publishedTable(head) === 'pubhealth',
  read: (source, context) => readCarrier(carrier, readRecordTable(source, '\t', columns), context),
  write: (claims, context) => writeRecordTable(carrier, losses, columns, '\t', claims, context),
};
