import type { ReadableFormat, WritableFormat } from '../format.ts';
import { looksLikeSheet, readSheet, sheetFields, sheetLosses, writeSheet } from './spreadsheet.ts';

/** Tab-separated values for spreadsheets, quoted like CSV. */
export const tsv: ReadableFormat & WritableFormat = {
  id: 'tsv',
  title: 'TSV',
  url: 'https://www.iana.org/assignments/media-types/text/tab-separated-values',
  extensions: ['tsv', 'tab'],
  page: {
    about:
      'Tab-separated values for spreadsheets. Everything else is as in [csv](csv.md). The registered type has no quoting; here a cell that holds a tab, a line break or a quotation mark is quoted as in CSV, as spreadsheets do.',
    fields: sheetFields,
    clients: ['pandas `read_csv`: every cell as it was written.'],
  },
  losses: sheetLosses,
  heeds: ['evidenceStyle'],
  sniff: (head) => looksLikeSheet(head, ['\t']),
  read: (source, context) => readSheet(source, '\t', context),
  write: (claims, context) => writeSheet(claims, '\t', context),
};
