import type { ReadableFormat, WritableFormat } from '../format.ts';
import { looksLikeSheet, readSheet, sheetFields, sheetLosses, writeSheet } from './spreadsheet.ts';

/** Comma-separated values for spreadsheets; read with any separator, written with commas. */
export const csv: ReadableFormat & WritableFormat = {
  id: 'csv',
  title: 'CSV',
  url: 'https://www.rfc-editor.org/rfc/rfc4180',
  extensions: ['csv'],
  page: {
    about:
      'Comma-separated values in UTF-8 for spreadsheets, quoted as in RFC 4180, lines ended by LF. One row a claim.',
    fields: sheetFields,
    notes: [
      '`evidence` has ` + ` between ids that are needed together, ` | ` between sets: `A_sentence_0 + A_cell_0_1_1 | B_sentence_2`. Where an id would not come back the same (it begins with `[`, or holds ` + ` or `|`), the cell is JSON: `[["A | B_sentence_0"]]`. A column `evidence_json` is read, too; where both say something they must agree.',
      'An `id` that is spelt like an integer is one. A text that looks like an integer is written between quotation marks: `"7"`.',
      'A cell of an unknown key that is a JSON number in its shortest spelling, `true`, `false`, `null`, a JSON list, object or string is that value; everything else is text, such as `007`, `1.50` or `TRUE`. A text that would be read as another value, and a key that would be read as another column, are written as JSON strings.',
      "A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-` or `@`, also full-width or behind blanks, or with a tab or line break) gets an apostrophe before it. Reading takes away exactly one, and only before such a beginning, so that `'tis` stays `'tis`.",
      'Reading takes a byte order mark, the line `sep=;` of Excel, commas, semicolons, tabs or bars (told by the header row), LF, CRLF and CR, known columns in any case and order, empty rows and columns, and rows that end early. Labels and challenges are never guessed: another spelling is a finding with a suggestion.',
      'Excel takes a file without a byte order mark for another encoding when it is opened by a double click; import it as UTF-8 instead (Data, From Text/CSV). In a country whose separator is the semicolon a double click also cuts cells that hold one, which no guard can prevent.',
      'Writing holds all claims in memory, because the header names the unknown keys of the last one.',
    ],
    clients: ['pandas `read_csv`: every cell as it was written.'],
  },
  losses: sheetLosses,
  heeds: ['evidenceStyle'],
  sniff: (head) => looksLikeSheet(head, [',', ';', '|']),
  read: (source, context) => readSheet(source, ',', context),
  write: (claims, context) => writeSheet(claims, ',', context),
};
