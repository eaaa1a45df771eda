import { existsSync, readFileSync } from 'node:fs';
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
  ['a split of articles', ['--format', 'wiki-pages', '--split', 'dev'], '--split is for claim files'],
  [
    'the article itself',
    ['--format', 'tagged-text', '-o', 'corpus/first-nagorno-karabakh-war.txt'],
    'holds what is exported. Name another file.',
  ],
])('%s is a wrong use', async (_, args, message) => {
  const cwd = copyOfDataset();
  const before = readFileSync(join(cwd, 'corpus/first-nagorno-karabakh-war.txt'));
  const { exitCode, stderr } = await runCommand(['export', ...args], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
  expect(readFileSync(join(cwd, 'corpus/first-nagorno-karabakh-war.txt')).equals(before)).toBe(true);
});
