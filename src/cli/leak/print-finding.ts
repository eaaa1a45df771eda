import { guardCell, quoteCell } from '../../formats/tables/cell-text.ts';
import { printJson } from '../../reporters/print-json.ts';
import type { AuditFinding } from '../../stats/leak-audit/leak-audit.ts';
import { wellFormed } from '../../text/well-formed.ts';
import { optionName } from './budgets.ts';

const claimColumns = ['split', 'id', 'label', 'file', 'line', 'record', 'claim'] as const;

/** How findings are written, one a line. */
export interface FindingPrinter {
  /** What stands before the first line. */
  readonly head: string;
  readonly print: (finding: AuditFinding) => string;
}

/** A table: what is shared, then all about the first claim, then all about the second. No cell is a formula to a spreadsheet. */
export const csvFindings: FindingPrinter = {
  head: rowOf([
    'kind',
    'similarity',
    'shared',
    ...claimColumns.map((column) => `${column}_1`),
    ...claimColumns.map((column) => `${column}_2`),
  ]),
  print: ({ kind, similarity, shared, claims }) =>
    rowOf([
      optionName(kind),
      similarity,
      shared,
      ...claims.flatMap((claim) => claimColumns.map((column) => claim[column])),
    ]),
};

/** JSON, as `--json` has the findings. */
export const jsonFindings: FindingPrinter = {
  head: '',
  print: (finding) => `${printJson(finding)}\n`,
};

function rowOf(cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell) =>
    cell === null ? '' : typeof cell === 'number' ? String(cell) : quoteCell(guardCell(wellFormed(cell))),
  );
  return `${written.join(',')}\n`;
}
