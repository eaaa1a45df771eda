import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfDataset, runCommand } from './run-command.ts';

test.each(['feverous-db', 'fever-db', 'feverous-pages', 'wiki-pages', 'tagged-text', 'scifact-corpus'])(
  '%s: the articles are written, and proved',
  async (format) => {
    const cwd = copyOfDataset();
    const { exitCode, stdout, stderr } = await runCommand(
      ['export', '--format', format, '-o', 'articles', '--verify'],
      { cwd },
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(stderr).toContain('written 1 of 1 article to articles');
    expect(stderr).toContain('verified: read back equal');
    expect(existsSync(join(cwd, 'articles'))).toBe(true);
  },
);

test('claims are checked against a database that was exported', async () => {
  const cwd = copyOfDataset();
  await runCommand(['export', '--format', 'feverous-db', '-o', 'wiki.db'], { cwd });
  await runCommand(['export', '--format', 'feverous', '-o', 'all.jsonl'], { cwd });
  const { exitCode, stdout } = await runCommand(
    ['validate', '--format', 'feverous', '--corpus', 'wiki.db', '--level', '3', 'all.jsonl'],
    { cwd },
  );
  // With the line that names the keys.
  expect(stdout).toContain('293 records');
  expect(exitCode).toBe(0);
});

test.each([
  ['a database without a file', ['--format', 'fever-db'], 'is a file: name one with --output.'],
  ['a folder without a name', ['--format', 'beir'], 'is a folder: name one with --output.'],
  ['what a format does not heed', ['--format', 'csv', '--unit', 'page'], '--unit changes nothing in csv'],
  ['a seed for articles', ['--format', 'wiki-pages', '--seed', '1'], '--seed changes nothing in wiki-pages'],
  ['a split of articles', ['--format', 'wiki-pages', '--split', 'dev'], '--split is for claim files'],
  [
    'the article itself',
    ['--format', 'tagged-text', '-o', 'corpus/first-nagorno-karabakh-war.txt'],
    'holds what is exported. Name another file.',
  ],
  [
    'a database over the article',
    ['--format', 'feverous-db', '-o', 'corpus/first-nagorno-karabakh-war.txt', '--force'],
    'holds what is exported. Name another file.',
  ],
  [
    'claims over the settings',
    ['--format', 'csv', '-o', 'claimset.config.json', '--force'],
    '"claimset.config.json" is a file of the dataset. Name another file.',
  ],
])('%s is a wrong use', async (_, args, message) => {
  const cwd = copyOfDataset();
  const before = readFileSync(join(cwd, 'corpus/first-nagorno-karabakh-war.txt'));
  const { exitCode, stderr } = await runCommand(['export', ...args], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
  expect(readFileSync(join(cwd, 'corpus/first-nagorno-karabakh-war.txt')).equals(before)).toBe(true);
});

test.each(['csv', 'feverous-db', 'wiki-pages'])(
  '%s: a file is only replaced with --force',
  async (format) => {
    const cwd = copyOfDataset();
    writeFileSync(join(cwd, 'out'), 'mine');
    const args = ['export', '--format', format, '-o', 'out'];
    const refused = await runCommand(args, { cwd });
    expect(refused).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('replace it with --force'),
    });
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe('mine');
    expect((await runCommand([...args, '--force'], { cwd })).exitCode).toBe(0);
    expect(readFileSync(join(cwd, 'out'), 'utf8')).not.toBe('mine');
  },
);

test('a folder whose card was written by hand is only replaced with --force', async () => {
  const cwd = copyOfDataset();
  const args = ['export', '--format', 'huggingface', '-o', 'hub'];
  expect((await runCommand(args, { cwd })).exitCode).toBe(0);
  expect((await runCommand(args, { cwd })).exitCode).toBe(0);
  const card = join(cwd, 'hub/README.md');
  writeFileSync(card, 'My own words.');
  const refused = await runCommand(args, { cwd });
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain('holds "README.md", which was changed after it was written.');
  expect(readFileSync(card, 'utf8')).toBe('My own words.');
  expect((await runCommand([...args, '--force'], { cwd })).exitCode).toBe(0);
  expect(readFileSync(card, 'utf8')).not.toBe('My own words.');
});
