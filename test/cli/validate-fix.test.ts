import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printDiff } from '../../src/cli/check/print-diff.ts';
import { writeFixedFiles } from '../../src/io/apply-fixes.ts';
import { createRepository } from './git-repository.ts';
import { runCommand, temporaryFolder } from './run-command.ts';
import {
  claimLine,
  claimsPath,
  fewRules,
  lines,
  smallDataset,
  unfinished,
  unresolved,
  writeInto,
} from './small-dataset.ts';

const validate = (cwd: string, ...argv: readonly string[]) => runCommand(['validate', ...argv], { cwd });
const read = (cwd: string, path = claimsPath): string => readFileSync(join(cwd, path), 'utf8');

/** Needs two rounds: the period is missed once the blanks behind it are gone and the label is one. */
const twoRounds =
  '{ "id" : "r",\t"claim": "  The town of r has \\u00e9 river ","label":"Supported", "evidence":[["A town_sentence_0"]] }';
const mended =
  '{ "id" : "r",\t"claim": "The town of r has \\u00e9 river.","label":"SUPPORTS", "evidence":[["A town_sentence_0"]] }';
const blanks = { ...fewRules, 'claim/surrounding-blanks': 'warning' };
const settings = { 'claimset.config.json': JSON.stringify({ validate: { rules: blanks } }) };

describe('--fix', () => {
  test('over several rounds changes what rules say and no other byte', async () => {
    const odd = `\uFEFF${twoRounds}\r\n${unresolved('x')}   \r\n\r\n{"broken":\r\n${unfinished('u')}\r\n`;
    const cwd = smallDataset({ ...settings, [claimsPath]: odd });
    const first = await validate(cwd, '--fix', '--fail-on', 'none');
    const after = read(cwd);
    expect(after).toBe(
      `${mended}\r\n${unresolved('x')}   \r\n{"broken":\r\n${unfinished('u').replace('river"', 'river."')}\r\n`,
    );
    expect(first.stdout).toMatch(/; \d fixed\n$/);
    const again = await validate(cwd, '--fix', '--fail-on', 'none');
    expect(read(cwd)).toBe(after);
    expect(again.stdout).not.toContain('fixed');
    expect(readdirSync(join(cwd, 'claims'))).toEqual(['a.jsonl']);
  });

  test('leaves a file alone that has bytes which are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(lines(unfinished('a'))), Buffer.from([0x7b, 0xff, 0x7d, 0x0a])]);
    const cwd = smallDataset();
    writeInto(cwd, claimsPath, '');
    writeFileSync(join(cwd, claimsPath), bytes);
    await validate(cwd, '--fix');
    expect(readFileSync(join(cwd, claimsPath)).equals(bytes)).toBe(true);
  });

  test('keeps permissions and links, and fixes what is reported only', async () => {
    const cwd = smallDataset({ 'real.jsonl': lines(unfinished('a')) });
    writeInto(cwd, 'claims/b.jsonl', [unfinished('b')]);
    symlinkSync('../real.jsonl', join(cwd, claimsPath));
    chmodSync(join(cwd, 'real.jsonl'), 0o600);
    await validate(cwd, '--fix', '--quiet');
    expect(read(cwd)).toBe(lines(unfinished('a')));
    await validate(cwd, '--fix', claimsPath);
    expect(read(cwd, 'real.jsonl')).toContain('river."');
    expect(statSync(join(cwd, 'real.jsonl')).mode & 0o777).toBe(0o600);
    expect(read(cwd, 'claims/b.jsonl')).toBe(lines(unfinished('b')));
  });

  test('writes nothing where a file was changed meanwhile', () => {
    const folder = temporaryFolder();
    const [one, other] = ['one', 'other'].map((name) => join(folder, name)) as [string, string];
    for (const path of [one, other]) writeFileSync(path, 'before');
    const fixed = (path: string) => ({ path, before: Buffer.from('before'), after: Buffer.from('after') });
    writeFileSync(other, 'changed');
    expect(() => writeFixedFiles(new Map([one, other].map((path) => [path, fixed(path)])))).toThrow(
      expect.objectContaining({ code: 'FILE_CHANGED' }),
    );
    expect(readFileSync(one, 'utf8')).toBe('before');
  });
});

describe('--fix-dry-run', () => {
  test('prints the diff of what --fix makes, which git takes, and writes nothing', async () => {
    const repository = await createRepository();
    const cwd = repository.top;
    writeInto(cwd, 'claimset.config.json', settings['claimset.config.json']);
    writeInto(cwd, 'corpus/a-town.txt', readFileSync(join(smallDataset(), 'corpus/a-town.txt'), 'utf8'));
    const before = `${lines(claimLine('0'), claimLine('1'), claimLine('2'), claimLine('3'))}${twoRounds}\r\n\n${unresolved('x')}`;
    writeInto(cwd, claimsPath, before);
    const name = 'claims/"q"\té.jsonl';
    writeInto(cwd, name, [unfinished('q')]);

    const { exitCode, stdout, stderr } = await validate(cwd, '--fix-dry-run');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^--fix would mend \d findings in 2 files; this is left:\n\nclaims\/a\.jsonl\n/);
    expect(stderr).toContain('evidence/unresolved');
    expect(stdout).toContain('+++ b/claims/a.jsonl\n@@ -2,6 +2,5 @@\n');
    expect([read(cwd), read(cwd, name)]).toEqual([before, lines(unfinished('q'))]);

    // In a workflow lines of the claims are no commands to the runner; git skips what stops them.
    const log = await runCommand(['validate', '--fix-dry-run'], { cwd, env: { GITHUB_ACTIONS: 'true' } });
    const [token] = /claimset-\S+/.exec(log.stdout) ?? [];
    expect(log.stdout).toBe(`::stop-commands::${token}\n${stdout}::${token}::\n`);
    for (const patch of [log.stdout, stdout]) {
      writeFileSync(join(cwd, 'fix.patch'), patch);
      expect(repository.git(['apply', '--check', 'fix.patch']).status).toBe(0);
    }
    expect(repository.git(['apply', '--whitespace=nowarn', 'fix.patch'])).toEqual({ status: 0, output: '' });
    const patched = [read(cwd), read(cwd, name)];
    writeInto(cwd, claimsPath, before);
    writeInto(cwd, name, [unfinished('q')]);
    const fixed = await validate(cwd, '--fix');
    expect([read(cwd), read(cwd, name)]).toEqual(patched);
    expect(fixed.exitCode).toBe(exitCode);
  });

  test('prints nothing where there is nothing to fix', async () => {
    const cwd = smallDataset({ [claimsPath]: lines(claimLine('a')) });
    const { exitCode, stdout, stderr } = await validate(cwd, '--fix-dry-run', '--report', 'json=r.json');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(stderr).toContain('--fix would mend 0 findings in 0 files');
    expect(JSON.parse(read(cwd, 'r.json')).summary).toMatchObject({ fixable: 0, fixed: 0 });
  });
});

test('--suggest shows what fixes and suggestions would make of their lines, and writes nothing', async () => {
  const claims = lines(unfinished('a'), unresolved('b'), '');
  const cwd = smallDataset({ [claimsPath]: claims });
  const { stdout } = await validate(cwd, '--suggest');
  expect(
    stdout
      .split('\n')
      .filter((line) => /^ {4}\d+ [-+] |^ {2}(?:fix|try|or) /.test(line))
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "  fix   What --fix makes of it:
        1 - …d":"a","claim":"The town of a lies on a river","label":"SUPPORTS","evidence":[["A town_sen…
        1 + …d":"a","claim":"The town of a lies on a river.","label":"SUPPORTS","evidence":[["A town_se…
      try   Replace it by \`A town_sentence_2\`.
        2 - …m":"The town of b lies on a river.","label":"SUPPORTS","evidence":[["A town_sentence_9"]]}
        2 + …m":"The town of b lies on a river.","label":"SUPPORTS","evidence":[["A town_sentence_2"]]}
      or    Replace it by \`A town_sentence_1\`.
        2 - …m":"The town of b lies on a river.","label":"SUPPORTS","evidence":[["A town_sentence_9"]]}
        2 + …m":"The town of b lies on a river.","label":"SUPPORTS","evidence":[["A town_sentence_1"]]}
      or    Replace it by \`A town_sentence_0\`.
        2 - …m":"The town of b lies on a river.","label":"SUPPORTS","evidence":[["A town_sentence_9"]]}
        2 + …m":"The town of b lies on a river.","label":"SUPPORTS","evidence":[["A town_sentence_0"]]}
      fix   What --fix makes of it:
        3 - "
  `);
  expect(read(cwd)).toBe(claims);
  expect((await validate(cwd)).stdout).not.toMatch(/^ {4}\d+ [-+] /m);
});

test.each([
  [['--fix', '--fix-dry-run'], 'cannot be used with'],
  [['--fix', '--suggest'], 'cannot be used with'],
  [['--fix', '-'], '--fix writes files, and standard input is none. Name the file, or leave out --fix.'],
  [['--fix-dry-run', '-'], '--fix-dry-run works on files, and standard input is none.'],
])('%j is wrong use', async (argv, message) => {
  const { exitCode, stderr } = await validate(smallDataset(), ...argv);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

test('on a terminal the diff shows what would act on it, elsewhere it is as it is', async () => {
  const clear = '\u001b[2J';
  const after = `{"id":${clear}\n`;
  const show = async (isTTY: boolean): Promise<string> => {
    const written: string[] = [];
    const stdout = {
      isTTY,
      columns: 80,
      isOpen: true,
      write: async (piece: string | Uint8Array) => void written.push(String(piece)),
    };
    const file = {
      path: '/d/a.jsonl',
      before: Buffer.from(`x\n${after}`),
      after: Buffer.from(`y\n${after}`),
    };
    await printDiff(new Map([['/d/a.jsonl', file]]), { cwd: '/d', env: {}, stdout, stderr: stdout });
    return written.join('');
  };
  expect(await show(false)).toBe(`--- a/a.jsonl\n+++ b/a.jsonl\n@@ -1,2 +1,2 @@\n-x\n+y\n ${after}`);
  expect(await show(true)).toContain('{"id":\\u{1b}[2J\n');
  expect(await show(true)).toContain('\u001b[32m+y\u001b[39m\n');
});
