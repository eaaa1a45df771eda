import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import { findWritableFormat } from '../../src/formats/index.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { context } from '../formats/example-claims.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('datasets', 'pandas');

// No text that is a number: `evid` of FEVER-Symmetric mixes texts and numbers, and `datasets` makes one of it there.
const [first, second, item] = ['sentence_0', 'sentence_1', 'item_0_0'].map((id) => `Café (bar)_${id}`) as [
  string,
  string,
  string,
];

// Ids of one type, as in every dataset of the family: a column of Arrow has one.
const claims: readonly OpenClaim[] = [
  { id: '1', claim: 'The "Café" is a bar, \ta 🎉.', label: 'SUPPORTS', evidence: [[first]] },
  { id: '2', claim: '=1988', label: 'REFUTES', evidence: [[second, first], [item]] },
  { id: '3', claim: 'Nobody\nknows.', label: 'NOT ENOUGH INFO', evidence: [] },
  { id: '4', claim: 'Others ask.', label: 'NOT ENOUGH INFO', evidence: [[item]], note: '"7", 8' },
];

const lines = ['aggrefact', 'climate-fever', 'danish', 'fever-symmetric', 'fm2', 'vitaminc'];
const tables = ['healthver', 'pubhealth'];

test.skipIf(why !== undefined)(
  `datasets and pandas read formats that carry texts as they were written${why === undefined ? '' : ` (${why})`}`,
  () => {
    const folder = temporaryFolder();
    const files = [...lines, ...tables].map((id) => {
      const { write, extensions } = findWritableFormat(id);
      const path = join(folder, `${id}.${extensions[0]}`);
      const text = [...write(claims, context)].join('');
      writeFileSync(path, text);
      return { id, path, text, extension: extensions[0] };
    });
    const answers = askClient(
      'text-carriers.py',
      files.map(({ path }) => path),
    ) as Readonly<Record<string, unknown>>[][];
    expect(answers).toHaveLength(files.length);
    for (const [which, { text, extension }] of files.entries()) {
      const rows =
        extension === 'jsonl'
          ? text
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line) as object)
          : (parse(text, { columns: true, delimiter: extension === 'csv' ? ',' : '\t' }) as object[]);
      expect(rows).toHaveLength(claims.length);
      // Arrow has a null where a record lacks a key.
      const found = answers[which]?.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
      );
      expect(found).toEqual(rows);
    }
  },
);
