import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { runCommand } from './run-command.ts';
import {
  articlePath,
  claimLine,
  claimsPath,
  lines,
  smallDataset,
  unfinished,
  withoutEvidence,
} from './small-dataset.ts';

const files = { [claimsPath]: lines(unfinished('a'), withoutEvidence('b')) };
const validate = (cwd: string, argv: readonly string[], env: Record<string, string> = {}) =>
  runCommand(['validate', ...argv], { cwd, env });
const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');

describe('--report', () => {
  test('writes several at once, each as it is on standard output', async () => {
    const cwd = smallDataset(files);
    const targets = reporters.flatMap(({ id }) => ['--report', `${id}=out/${id}.txt`]);
    const { exitCode, stdout, stderr } = await validate(cwd, targets);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(reporters.map(({ id }) => `written out/${id}.txt\n`).join(''));
    // Where all reports go to files, people still see what was found.
    expect(stdout).toBe((await validate(cwd, [])).stdout);
    for (const { id } of reporters) {
      expect(read(cwd, `out/${id}.txt`)).toBe((await validate(cwd, ['--report', id])).stdout);
    }
  });

  test('tells the rules: SARIF describes those that were found', async () => {
    const cwd = smallDataset({ ...files, 'claims/suppressions.jsonl': '[]\n' });
    const { runs } = JSON.parse((await validate(cwd, ['--report', 'sarif'])).stdout);
    const [{ tool, results }] = runs;
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId } of results) expect(ids).toContain(ruleId);
    expect(ids).toContain('suppression/invalid');
  });

  test('replaces a file whole, and writes one beside standard output', async () => {
    const cwd = smallDataset({ ...files, 'r.json': 'old '.repeat(10_000) });
    const { stdout } = await validate(cwd, ['--report', 'json=r.json', '--report', 'agent=-']);
    expect(stdout).toMatch(/^claims\/a\.jsonl:1:/);
    expect(JSON.parse(read(cwd, 'r.json')).summary.counts).toEqual({ error: 1, warning: 1, info: 0 });
  });

  test.each<[readonly string[], string]>([
    [['--report', 'jsn'], 'The formats are agent, github, '],
    [['--report', 'json='], 'Name the file behind =, or leave out the =.'],
    [
      ['--report', 'json', '--report', 'sarif'],
      'Two reports, json and sarif, would be mixed on standard output. Give all but one a file: --report sarif=FILE.',
    ],
    [['--report', 'json=a', '--report', 'sarif=./a'], 'Two reports go to "./a". Give each its own file.'],
    [['--report', `json=${claimsPath}`], `"${claimsPath}" is a file that is checked`],
    [['--report', `json=${articlePath}`, claimsPath], `"${articlePath}" is a file that is checked`],
    [['--report', 'json=claimset.config.json'], 'the report would replace it'],
    [['--report', 'json=claims'], '"claims" is a folder'],
    [['--suggest', '--report', 'json'], '--suggest is shown in the pretty report.'],
    [['--fix-dry-run', '--report', 'json'], 'the diff is on standard output'],
    [['--max-warnings', '-1'], 'Write a whole number from 0 on.'],
  ])('%j is wrong use', async (argv, message) => {
    const cwd = smallDataset(files);
    const { exitCode, stdout, stderr } = await validate(cwd, argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.replaceAll(cwd, '').replaceAll('"/', '"')).toContain(message);
    expect(read(cwd, claimsPath)).toBe(files[claimsPath]);
  });
});

describe('in a GitHub workflow', () => {
  const workflow = { GITHUB_ACTIONS: 'true' };

  test('people, the pull request and the summary of the step are told', async () => {
    const cwd = smallDataset(files);
    const summary = join(cwd, 'summary.md');
    const { exitCode, stdout, stderr } = await validate(cwd, [], {
      ...workflow,
      GITHUB_STEP_SUMMARY: summary,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    const [, token = '', pretty, commands] =
      /^::stop-commands::(\S+)\n([\s\S]*)::\1::\n([\s\S]*)$/.exec(stdout) ?? [];
    expect(token).toMatch(/^claimset-[0-9a-f-]{36}$/);
    expect(pretty).toBe((await validate(cwd, [])).stdout);
    expect(commands).toBe((await validate(cwd, ['--report', 'github'])).stdout);
    expect(read(cwd, 'summary.md')).toBe((await validate(cwd, ['--report', 'markdown'])).stdout);
    // What is written by the next command of the step comes behind.
    await validate(cwd, [], { ...workflow, GITHUB_STEP_SUMMARY: summary });
    expect(read(cwd, 'summary.md').match(/^## claimset$/gm)).toHaveLength(2);
  });

  test('standard output has what is asked for, and the usual where all reports go to files', async () => {
    const cwd = smallDataset(files);
    const env = { ...workflow, GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    expect((await validate(cwd, ['--report', 'agent'], env)).stdout).toMatch(/^claims\/a\.jsonl:1:/);
    expect(existsSync(join(cwd, 'summary.md'))).toBe(false);
    const { stdout } = await validate(cwd, ['--report', 'agent=a.txt'], env);
    expect(stdout).toMatch(/^::stop-commands::[\s\S]*\n::error file=claims\/a\.jsonl,line=2,/);
    expect(existsSync(join(cwd, 'summary.md'))).toBe(true);
  });

  test('the summary never grows beyond what GitHub takes, and one that cannot be written fails nothing', async () => {
    const many = Array.from({ length: 3000 }, (_, which) =>
      claimLine(which, { claim: `Claim ${'x'.repeat(300)} ${which}` }),
    );
    const cwd = smallDataset({ [claimsPath]: lines(...many) });
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, 'x'.repeat(600_000));
    const env = { ...workflow, GITHUB_STEP_SUMMARY: summary };
    expect((await validate(cwd, [], env)).exitCode).toBe(0);
    expect(statSync(summary).size).toBeGreaterThan(900_000);
    expect(statSync(summary).size).toBeLessThan(1 << 20);
    expect(read(cwd, 'summary.md')).toMatch(/Left out for want of room: [\d,]+ warnings\.\n$/);
    mkdirSync(join(cwd, 'folder'));
    const failed = await validate(cwd, [], { ...workflow, GITHUB_STEP_SUMMARY: join(cwd, 'folder') });
    expect(failed.exitCode).toBe(0);
    expect(failed.stderr).toMatch(/^warning: the summary of the step was not written\. .*folder.*\n$/);
  });
});

test('--quiet lists errors only; the closing line and the exit code count all', async () => {
  const cwd = smallDataset(files);
  const { exitCode, stdout } = await validate(cwd, ['--quiet']);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('label/without-evidence');
  expect(stdout).not.toContain('claim/no-final-period');
  expect(stdout).toContain('1 error, 1 warning in 2 records');
  const warned = smallDataset({ [claimsPath]: lines(unfinished('a')) });
  expect(await validate(warned, ['-q'])).toEqual({
    exitCode: 0,
    stdout: '1 warning in 1 record of 2 files\n',
    stderr: '',
  });
  expect((await validate(warned, ['-q', '--fail-on', 'warning'])).exitCode).toBe(1);
});

test('--max-warnings fails where there are more', async () => {
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a'), unfinished('b')) });
  expect(await validate(cwd, ['--max-warnings', '2'])).toMatchObject({ exitCode: 0, stderr: '' });
  const { exitCode, stderr } = await validate(cwd, ['--max-warnings', '1']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '2 warnings, more than --max-warnings 1.\n' });
  expect((await validate(cwd, ['--max-warnings', '0', '--fail-on', 'none'])).exitCode).toBe(1);
});
