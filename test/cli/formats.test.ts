import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatCatalogue } from '../../src/cli/exchange/format-catalogue.ts';
import { lateFormatIds, loadLateFormats } from '../../src/cli/exchange/late-formats.ts';
import { root, runCommand } from './run-command.ts';

test('lists every format once, with its directions', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['formats']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  for (const { id, kind, isRead, isWritten } of formatCatalogue) {
    const row = stdout.split('\n').filter((line) => line.startsWith(`${id} `));
    expect(row).toHaveLength(1);
    expect(row[0]).toMatch(
      new RegExp(`^${id} +${kind} +${isRead ? 'in' : '-'} +${isWritten ? 'out' : '-'}  `),
    );
  }
});

test('one format is its page, without the example', async () => {
  const { stdout } = await runCommand(['formats', 'fever']);
  const page = readFileSync(join(root, 'docs/formats/fever.md'), 'utf8');
  expect(page.startsWith(stdout.trimEnd())).toBe(true);
});

test('as JSON for programs', async () => {
  const { stdout } = await runCommand(['formats', 'fever', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    formats: [{ id: 'fever', kind: 'claims', read: true, written: true, extensions: ['jsonl'] }],
  });
});

test('an unknown format is a wrong use', async () => {
  const { exitCode, stderr } = await runCommand(['formats', 'fevr']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('There is no format "fevr". Did you mean "fever"?');
});

test('`export` names every format that it loads late', async () => {
  expect(lateFormatIds).toEqual((await loadLateFormats()).map(({ format }) => format.id));
});
