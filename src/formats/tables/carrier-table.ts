import type { OpenClaim } from '../../claims/open-claim.ts';
import { wellFormed } from '../../text/well-formed.ts';
import { type Carrier, carriedRecord, carrierLosses, evidenceIdsKey } from '../carrier.ts';
import { unknownEntries, withUnknownEntries } from '../claim-keys.ts';
import type { FormatContext, Loss } from '../format.ts';
import { defineLoss } from '../loss.ts';
import { printCellValue, printIdCell } from './cell-value.ts';
import { isTextColumn, type RecordColumns } from './record-table.ts';
import { printRow } from './sheet-columns.ts';
import { sheetLosses } from './spreadsheet.ts';
import { printHeader, unnamedKey } from './table-header.ts';

/** What a table of records that carry the texts of their evidence loses, in order. */
export function recordTableLosses(carrier: Carrier, columns: RecordColumns): readonly Loss[] {
  return [
    ...sheetLosses,
    ...carrierLosses(carrier),
    defineLoss({
      id: 'cells',
      description: `Values of the columns ${columns.texts.map((key) => `\`${key}\``).join(', ')} that are no text: they become text, and an empty text is none.`,
      forget: (claim) =>
        withUnknownEntries(
          claim,
          unknownEntries(claim).flatMap(([key, value]): [string, unknown][] => {
            if (!columns.texts.includes(key)) return [[key, value]];
            const text = wellFormed(typeof value === 'string' ? value : JSON.stringify(value));
            return text === '' ? [] : [[key, text]];
          }),
        ),
    }),
  ];
}

/** The table of claims, header first. All records are held in memory, because the header names the unknown keys of the last. */
export function* writeRecordTable(
  carrier: Carrier,
  losses: readonly Loss[],
  columns: RecordColumns,
  delimiter: string,
  claims: Iterable<OpenClaim>,
  context: FormatContext,
): Generator<string> {
  const records: Readonly<Record<string, unknown>>[] = [];
  const fixed = [columns.idKey, ...columns.texts, evidenceIdsKey];
  const others = new Set<string>();
  for (const claim of claims) {
    const record = carriedRecord(carrier, losses, claim, context);
    if (record === undefined) continue;
    records.push(record);
    for (const key of Object.keys(record)) if (!fixed.includes(key)) others.add(key);
  }
  const hasIndex = others.delete(unnamedKey);
  const keys = [...(hasIndex ? [unnamedKey] : []), ...fixed, ...others];
  yield printRow(
    keys.map((key) => (key === unnamedKey ? '' : printHeader(key))),
    delimiter,
  );
  for (const record of records) {
    yield printRow(
      keys.map((key) => {
        const value = Object.hasOwn(record, key) ? record[key] : undefined;
        if (value === undefined) return '';
        if (key === columns.idKey) return printIdCell(value as OpenClaim['id']);
        return isTextColumn(key, columns) ? String(value) : printCellValue(value);
      }),
      delimiter,
    );
  }
}
