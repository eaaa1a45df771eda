import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import {
  article,
  articlePath,
  claimLine,
  claimsPath,
  fewRules,
  lines,
  smallDataset,
  unfinished,
  unresolved,
  withoutEvidence,
  writeInto,
} from './small-dataset.ts';

const path = 'claims/suppressions.jsonl';
const accept = (rule: string, change: object): string =>
  JSON.stringify({ rule, ...change, reason: 'Looked at, and right.' });
const about = (claim: string | number): string => accept('claim/no-final-period', { claim });

/** Rule and line of each finding, with what the report counts besides. */
async function validate(cwd: string, ...argv: readonly string[]) {
  const { exitCode, stdout, stderr } = await runCommand(
    ['validate', '--report', 'json', '--fail-on', 'warning', ...argv],
    { cwd },
  );
  expect(stderr).toBe('');
  const { diagnostics, summary } = JSON.parse(stdout);
  const found = diagnostics.map(
    ({ ruleId, place }: { ruleId: string; place: { file: string; start: { line: number } } }) =>
      `${place.file}:${place.start.line} ${ruleId}`,
  );
  return { exitCode, found, suppressed: summary.suppressed };
}

describe('suppressions', () => {
  test('leave findings out that are right, and count them', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(unfinished('a'), unfinished('b'), withoutEvidence('c')),
      [path]: lines(about('a'), accept('label/without-evidence', { claim: 'c', pointer: '/label' })),
    });
    expect(await validate(cwd)).toEqual({
      exitCode: 1,
      found: [
        'claims/a.jsonl:2 claim/no-final-period',
        'claims/a.jsonl:3 label/without-evidence',
        'claims/suppressions.jsonl:2 suppression/unused',
      ],
      suppressed: 1,
    });
    writeInto(cwd, path, [about('a'), about('b'), accept('label/without-evidence', { claim: 'c' })]);
    expect(await validate(cwd)).toEqual({ exitCode: 0, found: [], suppressed: 3 });
    const { stdout } = await runCommand(['validate'], { cwd });
    expect(stdout).toBe('No findings in 3 records of 2 files; 3 suppressed\n');
  });

  test('hold for articles by their file', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(claimLine('a')),
      [articlePath]: article.replace('A town_sentence_2', 'A town_sentence_4'),
    });
    expect((await validate(cwd)).found).toEqual(['corpus/a-town.txt:10 corpus/gap']);
    writeInto(cwd, path, [accept('corpus/gap', { file: articlePath })]);
    expect(await validate(cwd)).toEqual({ exitCode: 0, found: [], suppressed: 1 });
    // From another folder the article has another name in findings.
    const { stdout } = await runCommand(['validate', '--report', 'agent'], { cwd: join(cwd, 'claims') });
    expect(stdout).toBe('No findings in 1 record of 2 files; 1 suppressed\n');
  });

  test('hold for files that are named, of which nothing is said to be unused', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(unfinished('a')),
      'drafts/d.jsonl': lines(unfinished('d')),
      [path]: lines(about('a'), about('d')),
    });
    expect((await validate(cwd)).found).toEqual(['claims/suppressions.jsonl:2 suppression/unused']);
    expect(await validate(cwd, 'drafts/d.jsonl')).toEqual({ exitCode: 0, found: [], suppressed: 1 });
    // As a hook does that names what is staged.
    expect(await validate(cwd, path, claimsPath)).toEqual({ exitCode: 0, found: [], suppressed: 1 });
    expect(await validate(cwd, path)).toEqual({ exitCode: 0, found: [], suppressed: 0 });
  });

  test('that are wrong stop a build too; those that hold do not', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(withoutEvidence('a'), claimLine('b')),
      [path]: lines(about('a'), '{'),
    });
    const refused = await runCommand(['build'], { cwd });
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('suppression/invalid');
    expect(refused.stderr).toContain('label/without-evidence');
    writeInto(cwd, path, [accept('label/without-evidence', { claim: 'a' })]);
    const built = await runCommand(['build'], { cwd });
    expect(built.exitCode).toBe(0);
    expect(built.stdout).toContain('validated 2 claims: no errors, 0 warnings, 0 notes, 1 suppressed\n');
  });

  test('of findings on levels 1 to 3 are refused, and those findings stay', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(unresolved('a')),
      [path]: lines(accept('evidence/unresolved', { claim: 'a' })),
    });
    expect(await validate(cwd)).toEqual({
      exitCode: 1,
      found: ['claims/a.jsonl:1 evidence/unresolved', 'claims/suppressions.jsonl:1 suppression/invalid'],
      suppressed: 0,
    });
  });

  test('of what is gone are told in a run over everything only, unless an error may hide it; --fix deletes them', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(claimLine('a'), unfinished('b')),
      [path]: lines(about('a'), about('b'), about('gone')),
    });
    const unused = [
      'claims/suppressions.jsonl:1 suppression/unused',
      'claims/suppressions.jsonl:3 suppression/unused',
    ];
    expect((await validate(cwd)).found).toEqual(unused);
    expect((await validate(cwd, '--no-corpus')).found).toEqual([]);
    expect((await validate(cwd, '--rule', 'claim/no-final-period=off')).found).toEqual([]);
    writeInto(cwd, claimsPath, [unresolved('a'), unfinished('b')]);
    expect((await validate(cwd)).found).toEqual(['claims/a.jsonl:1 evidence/unresolved']);
    writeInto(cwd, claimsPath, [claimLine('a'), unfinished('b')]);
    const fixed = await runCommand(['validate', '--fix'], { cwd });
    expect(fixed.stdout).toBe('No findings in 2 records of 2 files; 2 fixed; 1 suppressed\n');
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(lines(about('b')));
    // What is suppressed is not fixed.
    expect(readFileSync(join(cwd, claimsPath), 'utf8')).toBe(lines(claimLine('a'), unfinished('b')));
  });

  test('have rules that are configured like the others', async () => {
    const rules = { ...fewRules, 'suppression/unused': 'off', 'suppression/duplicate': 'error' };
    const cwd = smallDataset({
      'claimset.config.json': JSON.stringify({ validate: { rules } }),
      [claimsPath]: lines(claimLine('a')),
      [path]: lines(about('a'), about('a')),
    });
    expect((await validate(cwd, '--fail-on', 'error')).found).toEqual([
      'claims/suppressions.jsonl:2 suppression/duplicate',
    ]);
    const { stderr } = await runCommand(['validate', '--rule', 'suppression/invalid=off'], { cwd });
    expect(stderr).toContain('cannot be made "off"');
  });
});
