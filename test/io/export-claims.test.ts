import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { findWritableFormat } from '../../src/formats/index.ts';
import { writeFileAtomic } from '../../src/io/atomic-write.ts';
import { keptBy, verifyExport } from '../../src/io/export-claims.ts';

const context = { evidence: new EvidenceIndex([]) };
const claims: Claim[] = [1, 2, 3].map((id) => ({
  id,
  claim: `Claim ${id}.`,
  label: 'SUPPORTS',
  evidence: [[`A_sentence_${id}`]],
  source: 'A_sentence_1',
}));

/** What is found when a written file is changed by `change`. */
function problemsAfter(formatId: string, change: (text: string) => string | Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'claimset-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'file');
  const format = findWritableFormat(formatId);
  writeFileAtomic(path, format.write(claims, context));
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return verifyExport(path, format, claims, context);
}

test.each(['jsonl', 'feverous', 'fever', 'csv', 'tsv'])('%s: an untouched file has no problem', (format) => {
  expect(problemsAfter(format, (text) => text)).toEqual([]);
});

test.each(['jsonl', 'feverous', 'fever', 'csv', 'tsv'])('%s: every change is a problem', (format) => {
  expect(problemsAfter(format, (text) => text.replace('Claim 2.', 'Claim two.'))).toEqual([
    'claim 2 came back different in `claim`',
  ]);
  expect(problemsAfter(format, (text) => text.replace('SUPPORTS', 'REFUTES'))).toEqual([
    'claim 1 came back different in `label`',
  ]);
  const lineOf = (which: number) => new RegExp(`^.*Claim ${which}\\..*\\n`, 'm');
  expect(problemsAfter(format, (text) => text.replace(lineOf(3), ''))).toEqual([
    'claim 3 is missing',
    'it holds 2 claims, not 3',
  ]);
  expect(problemsAfter(format, (text) => text.replace(lineOf(1), ''))).toEqual([
    'claim 1 is missing',
    'it holds 2 claims, not 3',
  ]);
  const swapped = problemsAfter(format, (text) => {
    const [first, second] = [lineOf(1).exec(text)?.[0] ?? '', lineOf(2).exec(text)?.[0] ?? ''];
    return text.replace(first + second, second + first);
  });
  expect(swapped).toEqual(['claim 1 is missing', 'claim 1 stands where it should not']);
  const bad = problemsAfter(format, (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])]));
  expect(bad.length).toBeGreaterThan(0);
});

test('what a format loses is counted once a claim, and those left out lose nothing more', () => {
  const cells: Claim[] = [
    { id: 9, claim: 'C.', label: 'REFUTES', evidence: [['A_cell_0_1_1']], challenge: 'Other' },
  ];
  expect(keptBy(findWritableFormat('fever'), [...claims, ...cells], context)).toEqual({
    claims: claims.map(({ source: _, ...rest }) => rest),
    losses: { claims: 1, source: 3 },
  });
});
