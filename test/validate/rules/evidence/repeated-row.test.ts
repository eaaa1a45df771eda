import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EvidenceIndex } from '../../../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../../../src/corpus/parse.ts';
import { repeatedRow } from '../../../../src/validate/rules/evidence/repeated-row.ts';
import { createValidator } from '../../../../src/validate/validate.ts';
import { evidenceOfText } from '../../run-example.ts';

function findingsOf(evidence: EvidenceIndex, ids: readonly string[]) {
  const text = JSON.stringify({ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [ids] });
  const validator = createValidator(evidence, { rules: [repeatedRow] });
  return validator.check('claim', { file: 'a', number: 1, offset: 0, text, end: '\n', invalidBytes: [] });
}

describe('the reference article', () => {
  const file = resolve(import.meta.dirname, '../../../../corpus/first-nagorno-karabakh-war.txt');
  const evidence = new EvidenceIndex(parseCorpusFile('a.txt', readFileSync(file)).articles);

  test('has one cell that holds other rows, and no row twice', () => {
    const cells = [...evidence].filter(({ cell }) => cell !== undefined).map(({ id }) => id);
    expect(cells.length).toBeGreaterThan(40);
    const found = findingsOf(evidence, cells);
    expect(found.map(({ message }) => message)).toEqual([
      '`First Nagorno-Karabakh War_cell_0_1_0` holds rows 2 to 5 of its table all together.',
    ]);
    expect(found[0]?.suggestions?.map(({ message }) => message)).toEqual([
      'Replace it by `First Nagorno-Karabakh War_cell_0_2_1` ("20 February 1988 – 12 May 1994 (6 years…").',
      'Replace it by `First Nagorno-Karabakh War_cell_0_3_1` ("Nagorno-Karabakh, Armenia and Azerbaijan").',
      'Replace it by `First Nagorno-Karabakh War_cell_0_4_1` ("Armenian victory").',
      'Replace it by `First Nagorno-Karabakh War_cell_0_5_1` ("De facto independence of Republic of Ar…").',
    ]);
  });
});

test('a heading that comes again, a short cell and rows that differ are no copies', () => {
  const evidence = evidenceOfText(`A

From Wikipedia for FEVERv2

A_table_general_0

YearA_header_cell_0_0_0 WonA_header_cell_0_0_1
HomeA_header_cell_0_1_0
1990A_cell_0_2_0 12A_cell_0_2_1
HomeA_header_cell_0_3_0
1991A_cell_0_4_0 12A_cell_0_4_1
The seasons 199112 and 1992 were good for all who played at home.A_cell_0_5_0
1991A_cell_0_6_0 12A_cell_0_6_1
`);
  const ids = [...evidence].filter(({ cell }) => cell !== undefined).map(({ id }) => id);
  expect(findingsOf(evidence, ids).map(({ message }) => message)).toEqual([
    'Row 6 of the table, which has `A_cell_0_6_0`, is the same as row 4.',
    'Row 6 of the table, which has `A_cell_0_6_1`, is the same as row 4.',
  ]);
});
