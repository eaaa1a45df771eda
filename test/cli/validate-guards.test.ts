import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { claimLine, claimsPath, lines, smallDataset, unfinished } from './small-dataset.ts';

const validate = (cwd: string, ...argv: readonly string[]) => runCommand(['validate', ...argv], { cwd });

describe('what is no record file', () => {
  test('is refused when it is named, and never fixed', async () => {
    const cwd = smallDataset({ [claimsPath]: lines(claimLine('a')), 'README.md': 'One.\n\nTwo.\n' });
    const { exitCode, stderr } = await validate(cwd, '--fix', 'README.md', claimsPath);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"README.md" holds no records');
    const pretty = '{\n\n  "id": 1\n}\n';
    writeFileSync(join(cwd, 'one.json'), pretty);
    expect((await validate(cwd, '--fix', 'one.json')).exitCode).toBe(1);
    expect(readFileSync(join(cwd, 'one.json'), 'utf8')).toBe(pretty);
  });

  test('what a build wrote and what packages brought is not looked into', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(claimLine('a')),
      'dataset/train.jsonl': '{"id":\n',
      'node_modules/x/data.jsonl': '{"id":\n',
    });
    const { stdout } = await validate(cwd, '.', '--report', 'json');
    expect(JSON.parse(stdout).summary).toMatchObject({ records: 1, counts: { error: 0 } });
  });

  test('a link that leads nowhere is told, not left out', async () => {
    const cwd = smallDataset({ [claimsPath]: lines(claimLine('a')) });
    symlinkSync('nowhere', join(cwd, 'claims/b.jsonl'));
    const { exitCode, stderr } = await validate(cwd);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('claims/b.jsonl" cannot be found under its name');
  });

  test('a folder named like a claims file is looked into', async () => {
    const cwd = smallDataset({ [claimsPath]: lines(claimLine('a')) });
    mkdirSync(join(cwd, 'claims/c.jsonl'));
    expect((await validate(cwd)).exitCode).toBe(0);
  });
});

describe('a report', () => {
  test.each([
    ['claims/new.jsonl', 'would be read as a part of the dataset'],
    ['corpus/new.txt', 'would be read as a part of the dataset'],
    ['titles.txt', 'is a file that is checked'],
  ])('is not written to %s', async (file, message) => {
    const cwd = smallDataset({ [claimsPath]: lines(claimLine('a')), 'titles.txt': 'A town\n' });
    const { exitCode, stderr } = await validate(cwd, '--titles', 'titles.txt', '--report', `json=${file}`);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(readFileSync(join(cwd, 'titles.txt'), 'utf8')).toBe('A town\n');
  });

  test('for people shows the first findings of a rule and counts the others', async () => {
    const many = Array.from({ length: 25 }, (_, which) => unfinished(`c${which}`));
    const cwd = smallDataset({ [claimsPath]: lines(...many) });
    const { stdout } = await validate(cwd);
    expect(stdout.match(/claim\/no-final-period {2}claim/g)).toHaveLength(20);
    expect(stdout).toContain('… 5 more of claim/no-final-period\n');
    const { stdout: all } = await validate(cwd, '--report', 'agent');
    expect(all.match(/claim\/no-final-period/g)).toHaveLength(25);
  });
});

describe('settings of dataset rules for some files', () => {
  const twice = lines(
    claimLine('a', { claim: 'The town lies on a river.' }),
    claimLine('b', { claim: 'The town lies on a river.' }),
  );
  const datasetWith = (settings: object) =>
    smallDataset({
      'claims/a.jsonl': twice,
      'claims/b.jsonl': twice.replaceAll('"a"', '"c"').replaceAll('"b"', '"d"').replaceAll('river', 'hill'),
      'claimset.config.json': JSON.stringify({ validate: settings }),
    });

  test('hold there and nowhere else', async () => {
    const cwd = datasetWith({
      rules: { 'dataset/duplicate-claim': 'off' },
      overrides: [{ files: ['claims/b.jsonl'], rules: { 'dataset/duplicate-claim': 'error' } }],
    });
    const { stdout } = await validate(cwd, '--report', 'json');
    const found = JSON.parse(stdout).diagnostics.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === 'dataset/duplicate-claim',
    );
    expect(
      found.map(({ severity, place }: { severity: string; place: { file: string } }) => [
        place.file,
        severity,
      ]),
    ).toEqual([['claims/b.jsonl', 'error']]);
  });

  test('cannot be options, for the rule looks at all files at once', async () => {
    const cwd = datasetWith({
      overrides: [
        { files: ['claims/b.jsonl'], rules: { 'dataset/label-imbalance': { options: { minClaims: 2 } } } },
      ],
    });
    const { exitCode, stderr } = await validate(cwd);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('looks at all files at once');
  });

  test.each(['claims/(a+)+b', '**/*a*a*a*a*a*b', '!claims/*', 'x'.repeat(400)])(
    'the pattern %s is refused',
    async (pattern) => {
      const cwd = datasetWith({ overrides: [{ files: [pattern], rules: {} }] });
      const { exitCode, stderr } = await validate(cwd);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('claimset.config.json:1:');
    },
  );
});
