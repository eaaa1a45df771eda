import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import {
  claimLine,
  claimsPath,
  lines,
  smallDataset,
  unfinished,
  unresolved,
  withoutEvidence,
  writeInto,
} from './small-dataset.ts';

const name = 'claimset-baseline.json';
const validate = (cwd: string, ...argv: readonly string[]) =>
  runCommand(['validate', '--report', 'agent', '--fail-on', 'warning', ...argv], { cwd });
const read = (cwd: string, path = name): string => readFileSync(join(cwd, path), 'utf8');

test('what was found when the tool was taken up is left out, what is new is not', async () => {
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a'), unresolved('b'), claimLine('c')) });
  expect((await validate(cwd)).exitCode).toBe(1);
  expect(await validate(cwd, '--update-baseline')).toEqual({
    exitCode: 0,
    stdout: 'No findings in 3 records of 2 files; 2 known from the baseline\n',
    stderr: `written ${name}: 2 known findings\n`,
  });
  expect(await validate(cwd)).toMatchObject({ exitCode: 0, stderr: '' });
  writeInto(cwd, claimsPath, [claimLine('z'), unfinished('a'), unresolved('b'), withoutEvidence('c')]);
  const more = await validate(cwd);
  expect(more.exitCode).toBe(1);
  expect(more.stdout).toMatch(/^claims\/a\.jsonl:4:\d+ error label\/without-evidence .*\n$/);
  expect((await validate(cwd, '--no-baseline')).stdout.split('\n')).toHaveLength(4);
  // The same from another folder of the dataset.
  expect((await validate(join(cwd, 'claims'))).stdout).toMatch(
    /^a\.jsonl:4:\d+ error label\/without-evidence .*\n$/,
  );
});

test('what is mended is told, and taken out when asked for; the same findings write the same bytes', async () => {
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a'), unfinished('b'), unfinished('c')) });
  await validate(cwd, '--update-baseline');
  const first = read(cwd);
  const before = statSync(join(cwd, name)).mtimeMs;
  expect((await validate(cwd, '--update-baseline')).stderr).toBe(`kept    ${name}: 3 known findings\n`);
  expect(statSync(join(cwd, name)).mtimeMs).toBe(before);
  writeInto(cwd, claimsPath, [unfinished('c'), claimLine('b'), claimLine('a')]);
  expect(await validate(cwd)).toMatchObject({
    exitCode: 0,
    stderr: `${name}: 2 findings of it are gone; --update-baseline takes them out.\n`,
  });
  await validate(cwd, '--update-baseline');
  expect(
    read(cwd)
      .split('\n')
      .filter((line) => line.includes('fingerprint')),
  ).toHaveLength(1);
  writeInto(cwd, claimsPath, [unfinished('b'), unfinished('c'), unfinished('a')]);
  await validate(cwd, '--update-baseline');
  expect(read(cwd)).toBe(first);
});

test('a run over some files adds to the baseline and takes nothing out', async () => {
  const other = 'claims/b.jsonl';
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a')), [other]: lines(unfinished('b')) });
  await validate(cwd, claimsPath, '--update-baseline');
  expect(await validate(cwd, claimsPath)).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await validate(cwd)).stdout).toMatch(/^claims\/b\.jsonl:1:/);
  await validate(cwd, other, '--update-baseline');
  expect((await validate(cwd)).exitCode).toBe(0);
  // Nor does it say that what it did not look for is gone.
  expect((await validate(cwd, other)).stderr).toBe('');
});

test('the file may be another, and only what is not known is fixed', async () => {
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a')) });
  expect((await validate(cwd, '--baseline', 'old/known.json', '--update-baseline')).stderr).toBe(
    'written old/known.json: 1 known finding\n',
  );
  writeInto(cwd, claimsPath, [unfinished('a'), unfinished('b')]);
  const fixed = await validate(cwd, '--baseline', 'old/known.json', '--fix');
  expect(fixed.stdout).toBe('No findings in 2 records of 2 files; 1 fixed; 1 known from the baseline\n');
  expect(read(cwd, claimsPath)).toBe(
    lines(unfinished('a'), `${unfinished('b').replace('river"', 'river."')}`),
  );
});

test('build and export know no baseline: what they write has no errors', async () => {
  const cwd = smallDataset({ [claimsPath]: lines(withoutEvidence('a')) });
  await validate(cwd, '--update-baseline');
  expect((await validate(cwd)).exitCode).toBe(0);
  expect((await runCommand(['build'], { cwd })).exitCode).toBe(1);
  expect((await runCommand(['export', '--format', 'csv'], { cwd })).exitCode).toBe(1);
});

test.each<[readonly string[], string]>([
  [
    ['--baseline', 'none.json'],
    'There is no baseline "none.json". Check --baseline, or write it with --update-baseline. (BASELINE_NOT_FOUND)',
  ],
  [['--baseline', 'claimset.config.json'], 'claimset.config.json:1:1 version: '],
  [
    ['--no-baseline', '--update-baseline'],
    '--no-baseline is without the file that --update-baseline writes.',
  ],
  [['--fix-dry-run', '--update-baseline', '--report', 'json=r.json'], 'there is no baseline to update'],
  [['--report', `json=${name}`, '--update-baseline'], 'the report would replace it'],
])('%j is wrong use', async (argv, message) => {
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a')) });
  const { exitCode, stderr } = await runCommand(['validate', ...argv], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});
