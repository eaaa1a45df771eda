import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printDraft } from '../../src/corpus/print-draft.ts';
import { exampleArticles, storeKinds, writePages } from '../io/stores/example-articles.ts';
import { runCommand, temporaryFolder } from './run-command.ts';
import { claimLine, smallDataset } from './small-dataset.ts';

const evidence = (page: string, sentence: number) => [[[1, 1, page, sentence]]];
const fever = (id: number, claim: string, label: string, page: string, sentence: number) =>
  JSON.stringify({ id, verifiable: 'VERIFIABLE', label, claim, evidence: evidence(page, sentence) });

/** Right ones, one past the end, one of an empty sentence, one of a page that is not there. */
const claims = [
  fever(1, 'One is a number.', 'SUPPORTS', 'Abc', 0),
  fever(2, 'Şuşa is a film by Nobody Whatever.', 'SUPPORTS', 'Şuşa_-LRB-film-RRB-', 0),
  fever(3, 'Two is a number.', 'REFUTES', 'Abc', 9),
  fever(4, 'Three is no number.', 'REFUTES', 'Abc', 1),
  fever(5, 'Four is no number.', 'REFUTES', 'Abd', 0),
];

function folderWithClaims(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'dev.jsonl'), `${claims.join('\n')}\n`);
  return folder;
}

const validate = (cwd: string, corpus: string, ...more: readonly string[]) =>
  runCommand(
    ['validate', '--format', 'fever', 'dev.jsonl', '--report', 'agent', '--corpus', corpus, ...more],
    { cwd },
  );

/** What is found, without places and helps. */
function brief(stdout: string): string[] {
  return stdout
    .split('\n')
    .flatMap((line) => /^\S+:(\d+):\d+ (\w+ \S+ `\S+?`)/.exec(line)?.slice(1, 3).join(' ') ?? []);
}

describe.each(storeKinds)('claims of FEVER against %s', (_, make) => {
  test('have the same findings as against tagged text, but for the rules that ask for all articles', async () => {
    const cwd = folderWithClaims();
    const { exitCode, stdout } = await validate(cwd, await make(exampleArticles));
    const texts = join(cwd, 'texts');
    mkdirSync(texts);
    for (const [which, article] of exampleArticles.entries())
      writeFileSync(join(texts, `${which}.txt`), printDraft(article));
    const inMemory = await validate(cwd, 'texts');
    const own = inMemory.stdout.split('\n').filter((line) => !/ claim\/unknown-entity | corpus\//.test(line));
    expect(stdout.split('\n')).toEqual(own);
    expect(inMemory.stdout).toMatch(/claim\/unknown-entity/);
    expect([exitCode, inMemory.exitCode]).toEqual([1, 1]);
    expect(brief(stdout)).toEqual([
      '3 error evidence/unresolved `Abc_sentence_9`',
      '4 error evidence/empty-cell `Abc_sentence_1`',
      '5 error evidence/unresolved `Abd_sentence_0`',
    ]);
    expect(stdout).toMatch(/no article "Abd" in the corpus.*Did you mean `Abc_sentence_0`/);
  });
});

describe('--corpus', () => {
  test('a page that cannot be read is a finding, whatever is checked', async () => {
    const cwd = folderWithClaims();
    const path = writePages(cwd, 'pages.jsonl', exampleArticles.slice(1));
    appendFileSync(path, '{"id": "Abc", "lines": 7}\n');
    const { exitCode, stdout } = await validate(cwd, 'pages.jsonl');
    expect(exitCode).toBe(1);
    expect(stdout.split('\n').filter((line) => line.startsWith('pages.jsonl'))).toMatchInlineSnapshot(`
      [
        "pages.jsonl:1:1 error corpus/unreadable-article The article "Abc" cannot be read: its lines are no text (at byte 430). (Make the database or the file anew from its source, or take the article out.)",
      ]
    `);
  });

  test('the index is said on standard error, once', async () => {
    const cwd = folderWithClaims();
    writePages(join(cwd, 'wiki-pages'), 'wiki-001.jsonl', exampleArticles);
    const first = await validate(cwd, 'wiki-pages');
    const second = await validate(cwd, 'wiki-pages');
    expect([first.stderr, second.stderr]).toEqual([
      'Made an index of 6 pages and kept it in "wiki-pages/claimset-index".\n',
      '',
    ]);
    expect(second.stdout).toBe(first.stdout);
  });

  test('goes before the articles of the dataset folder, and the dataset is then not whole', async () => {
    const suppression = JSON.stringify({ rule: 'label/without-evidence', claim: 'nowhere', reason: 'Gone.' });
    const cwd = smallDataset({
      'claims/a.jsonl': `${claimLine('a')}\n`,
      'claims/suppressions.jsonl': `${suppression}\n`,
    });
    const run = async (...args: readonly string[]) => {
      const { stdout } = await runCommand(['validate', '--report', 'agent', ...args], { cwd });
      return stdout.split('\n').flatMap((line) => /^claims\S+ \w+ (\S+)/.exec(line)?.[1] ?? []);
    };
    writePages(cwd, 'pages.jsonl', exampleArticles);
    expect(await run()).toEqual(['suppression/unused']);
    expect(await run('--corpus', 'corpus')).toEqual([]);
    expect(await run('--corpus', 'pages.jsonl')).toEqual(['evidence/unresolved']);
    expect(await run('--no-corpus')).toEqual([]);
  });

  test('of --corpus and --no-corpus the last one counts', async () => {
    const cwd = folderWithClaims();
    writePages(cwd, 'pages.jsonl', exampleArticles);
    expect(brief((await validate(cwd, 'pages.jsonl', '--no-corpus')).stdout)).toEqual([]);
    const { stdout } = await runCommand(
      [
        'validate',
        '--format',
        'fever',
        'dev.jsonl',
        '--report',
        'agent',
        '--no-corpus',
        '--corpus',
        'pages.jsonl',
      ],
      { cwd },
    );
    expect(brief(stdout)).toHaveLength(3);
  });

  test.each([
    ['nowhere', 'There is no corpus "nowhere". Check the path.'],
    [
      'empty',
      'No article in "empty": neither tagged text (.txt) nor wiki-pages (.jsonl). Name the folder that holds them, or a database.',
    ],
    [
      'dev.jsonl',
      '"dev.jsonl" holds no page: wiki-pages are JSON Lines with "id", "text" and "lines". Name their folder, one of their files, or a database.',
    ],
  ])('%s: is no corpus', async (corpus, message) => {
    const cwd = folderWithClaims();
    mkdirSync(join(cwd, 'empty'));
    const { exitCode, stderr, stdout } = await validate(cwd, corpus);
    expect({ exitCode, stdout, stderr: stderr.replace(/ \(CORPUS_\w+\)\n$/, '') }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error: ${message}`,
    });
    expect(readdirSync(cwd).sort()).toEqual(['dev.jsonl', 'empty']);
  });

  test('a report is not written among the articles', async () => {
    const cwd = folderWithClaims();
    const path = writePages(join(cwd, 'wiki-pages'), 'wiki-001.jsonl', exampleArticles);
    const before = readFileSync(path, 'utf8');
    for (const file of ['wiki-pages/wiki-001.jsonl', 'wiki-pages/wiki-002.jsonl']) {
      const { exitCode, stderr } = await validate(cwd, 'wiki-pages', '--report', `json=${file}`);
      expect([exitCode, stderr.split('\n').at(-2)]).toEqual([
        2,
        `error: "${file}" lies among the articles that claims are checked against. Name another. (USAGE)`,
      ]);
    }
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(existsSync(join(cwd, 'wiki-pages/wiki-002.jsonl'))).toBe(false);
  });
});
