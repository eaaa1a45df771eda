import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import type { FormatContext } from '../../src/formats/format.ts';
import { applyLosses } from '../../src/formats/loss.ts';
import { unguardCell } from '../../src/formats/tables/cell-text.ts';
import { parseIdCell } from '../../src/formats/tables/cell-value.ts';
import { csv } from '../../src/formats/tables/csv.ts';
import { parseEvidenceCell } from '../../src/formats/tables/evidence-cell.ts';
import { tsv } from '../../src/formats/tables/tsv.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { exampleClaims, context as plainContext } from '../formats/example-claims.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('pandas');
const context: FormatContext = { ...plainContext, evidenceStyle: 'context' };

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

test.skipIf(why !== undefined)(
  `pandas reads every cell of CSV and TSV as it was written${why === undefined ? '' : ` (${why})`}`,
  () => {
    const folder = temporaryFolder();
    const args = [csv, tsv].flatMap((format) => {
      const file = join(folder, `claims.${format.id}`);
      writeFileSync(file, [...format.write(exampleClaims, context)].join(''));
      return [file, format.id === 'csv' ? ',' : '\t'];
    });
    const tables = askClient('pandas-cells.py', args) as Table[];
    expect(tables).toHaveLength(2);
    for (const { columns, rows } of tables) {
      const claims = rows.map((row) => {
        const cell = (name: string) => unguardCell(row[columns.indexOf(name)] ?? '');
        return {
          id: parseIdCell(cell('id')),
          claim: cell('claim'),
          label: cell('label'),
          evidence: parseEvidenceCell(cell('evidence')).evidence,
          source: cell('source'),
          split: cell('split'),
        };
      });
      const expected = exampleClaims.map((claim) => {
        const kept = applyLosses(csv.losses, claim, context).claim as OpenClaim;
        const { id, claim: text, label = '', evidence, source = '', split = '' } = kept;
        return { id, claim: text, label, evidence, source, split };
      });
      expect(claims).toEqual(expected);
      expect(rows[1]?.[columns.indexOf('evidence_text')]).toBe(
        '[Café (bar)] It opened in 1988.\n[Café (bar)] The Café is a bar. | [Café (bar); Figures] The end.',
      );
    }
  },
);
