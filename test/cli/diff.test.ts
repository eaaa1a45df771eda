import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRepository } from './git-repository.ts';
import { copyOfDataset, root, runCommand, temporaryFolder } from './run-command.ts';
import { claimLine, lines, smallDataset, writeInto } from './small-dataset.ts';

/** A dataset folder with these claims and this version. */
function versionWith(version: string, ...claims: readonly string[]): string {
  return smallDataset({
    'claimset.config.json': JSON.stringify({ version }),
    'claims/a.jsonl': lines(...claims),
  });
}

describe('claimset diff', () => {
  test('says what changed, by which rule, and what version that makes', async () => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'old.jsonl', lines(claimLine(1), claimLine(2), claimLine(3)));
    writeInto(
      cwd,
      'new.jsonl',
      lines(claimLine(2, { label: 'REFUTES' }), claimLine(1), claimLine(4, { claim: 'Another.' })),
    );
    const { exitCode, stdout, stderr } = await runCommand(['diff', 'old.jsonl', 'new.jsonl'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "# \`old.jsonl\` → \`new.jsonl\`

      3 claims → 3 claims: 1 changed, 1 added, 1 removed

      MAJOR: existing claims were edited, removed, renamed or moved between splits (Croissant 1.1, Version). Decided by: label changed (1), removed (1).

      Splits were not compared: one of the versions does not say where claims are.

      **label changed** (1)

      - \`2\`: \`SUPPORTS\` → \`REFUTES\`: \`The town of 2 lies on a river.\`

      **removed** (1)

      - \`3\` (\`SUPPORTS\`): \`The town of 3 lies on a river.\`

      **added** (1)

      - \`4\` (\`SUPPORTS\`): \`Another.\`

      "
    `);
  });

  test('--json has all changes', async () => {
    const old = versionWith('1.2.0', claimLine(1));
    const next = versionWith('1.2.0', claimLine(1, { evidence: [['A town_sentence_1']] }), claimLine(2));
    const { exitCode, stdout } = await runCommand(['diff', old, next, '--json', '--limit', '0']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      old: { version: '1.2.0', claims: 1 },
      new: { version: '1.2.0', claims: 2 },
      figures: { 'evidence changed': 1, added: 1 },
      bump: { part: 'major', atLeast: '2.0.0' },
      changed: [{ id: 1, evidence: { added: [['A town_sentence_1']], removed: [['A town_sentence_0']] } }],
      added: [{ id: 2, label: 'SUPPORTS' }],
      removed: [],
    });
  });

  test.each([
    ['1.0.0', [claimLine(1)], '1.0.0', 0],
    ['1.0.0', [claimLine(1), claimLine(2)], '1.0.1', 1],
    ['1.0.0', [claimLine(1), claimLine(2)], '1.1.0', 0],
    ['1.0.0', [claimLine(1, { label: 'REFUTES' })], '1.9.0', 1],
    ['1.0.0', [claimLine(1, { label: 'REFUTES' })], '2.0.0', 0],
    ['1.0.0', [claimLine('1')], '1.0.0', 1],
    ['1.0.0', [claimLine('1')], '1.0.1', 0],
    ['1.0.0', [claimLine(1)], '0.9.0', 1],
  ])('--expect-version: after %s, %j as %s ends with %i', async (before, claims, after, expected) => {
    const old = versionWith(before, claimLine(1, { note: undefined }));
    const next = versionWith(after, ...claims.map((line) => line.replace('town of "1"', 'town of 1')));
    const { exitCode, stderr } = await runCommand(['diff', old, next, '--expect-version']);
    expect({ exitCode, told: stderr.includes('must be at least') }).toEqual({
      exitCode: expected,
      told: expected === 1,
    });
  });

  test('--since compares with a commit, wherever the dataset lies, and leaves the index alone', async () => {
    const repository = await createRepository('facts');
    repository.git(['add', '.']);
    repository.git(['commit', '--quiet', '-m', 'first']);
    const path = repository.path('facts/claims/sample.jsonl');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"label":"REFUTES"', '"label":"SUPPORTS"'));
    repository.git(['add', '.']);
    writeFileSync(path, `${text.replace('"label":"REFUTES"', '"label":"SUPPORTS"')}${claimLine('late')}\n`);
    const { exitCode, stdout, stderr } = await repository.claimset(['diff', '--since', 'HEAD'], 'facts');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/1 changed, 1 added, 0 removed/);
    expect(stdout).toContain('**label changed** (1)');
    expect(repository.git(['status', '--porcelain']).output).toBe('MM facts/claims/sample.jsonl\n');
    const other = await repository.claimset(['diff', 'facts', '--since', 'HEAD', '--expect-version']);
    expect({ exitCode: other.exitCode, stderr: other.stderr }).toMatchObject({ exitCode: 1 });
    expect((await repository.claimset(['diff', '--since', 'nowhere'], 'facts')).stderr).toContain(
      'There is no commit "nowhere"',
    );
  });

  test('a build is compared with the folder it was built from: nothing moved, splits and all', async () => {
    const cwd = copyOfDataset();
    expect((await runCommand(['build'], { cwd })).exitCode).toBe(0);
    const { exitCode, stdout } = await runCommand(['diff', 'dataset', '.', '--json'], { cwd });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      figures: {},
      comparesSplits: true,
      bump: { part: 'patch' },
      changed: [],
    });
    const lock = join(cwd, 'splits.lock.json');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace('["nkw-0001", "train"]', '["nkw-0001", "dev"]'));
    const moved = await runCommand(['diff', 'dataset', '.'], { cwd });
    expect(moved.stdout).toContain('**moved between splits** (1)\n\n- `nkw-0001`: `train` → `dev`');
  });

  test('records that cannot be read are told with their place, and end with 1', async () => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'old.jsonl', lines(claimLine(1)));
    writeInto(cwd, 'new.jsonl', lines(claimLine(1), '{"id":2', '{"id":3}'));
    const { exitCode, stdout, stderr } = await runCommand(['diff', 'old.jsonl', 'new.jsonl'], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('1 claim → 1 claim');
    expect(stderr).toContain('new.jsonl');
    expect(stderr).toMatch(/2:8 +error +format\/not-json/);
    expect(stderr).toMatch(/format\/not-a-claim/);
  });

  test('ids that stand twice are named', async () => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'old.jsonl', lines(claimLine('a`\u001b'), claimLine('a`\u001b')));
    const { stdout } = await runCommand(['diff', 'old.jsonl', 'old.jsonl'], { cwd });
    expect(stdout).toContain(
      'Ids that stand twice in `old.jsonl`, of which the first claim was compared: `` a`\\u{1b} ``',
    );
  });

  test.each([
    [['diff'], 'Name two versions'],
    [
      ['diff', 'v1.0.0'],
      'Name the new version too, as in `claimset diff v1.0.0 .`. A commit goes with --since.',
    ],
    [['diff', 'a', 'b', '--since', 'HEAD'], 'only one folder is named'],
    [['diff', 'nowhere', 'nowhere'], 'There is no "nowhere"'],
    [['diff', 'package.json', 'package.json'], 'Nobody can tell what "package.json" is'],
    [['diff', 'docs', 'docs'], 'no files of claims (.jsonl) in "docs"'],
    [['diff', 'claims', 'claims', '--expect-version'], 'needs the versions of both sides'],
    [['diff', 'claims', 'claims', '--limit', 'x'], 'Give a whole number.'],
  ])('%j is wrong use', async (argv, message) => {
    const { exitCode, stdout, stderr } = await runCommand(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test.each([
    ['not JSON', '{'],
    ['no list', '{"files":{}}'],
    ['null', 'null'],
  ])('a manifest that is %s is refused', async (_, text) => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'out/manifest.json', text);
    const { exitCode, stderr } = await runCommand(['diff', 'out', 'out'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('MANIFEST_INVALID');
  });

  test('a manifest leads nowhere else', async () => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'secret.jsonl', lines(claimLine(1)));
    const files = ['../secret.jsonl', '/etc/passwd', 'x/../../secret.jsonl', null, 7].map((path) => ({
      path,
      format: 'jsonl',
      split: 'train',
    }));
    writeInto(cwd, 'out/manifest.json', JSON.stringify({ files: [...files, null] }));
    const { exitCode, stderr } = await runCommand(['diff', 'out', 'out'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('NO_CLAIMS');
  });
});

const fever = resolve(root, '../shared/data/fever/dev_first5000.jsonl');
test.skipIf(!isThere(fever))(
  'FEVER files are compared as they are (skipped where ../shared/data is absent)',
  async () => {
    const cwd = temporaryFolder();
    const text = readFileSync(fever, 'utf8');
    const rows = text.trimEnd().split('\n');
    const turned = rows.toReversed();
    turned.shift();
    writeInto(cwd, 'new.jsonl', turned);
    const { exitCode, stdout } = await runCommand(['diff', fever, 'new.jsonl'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('5,000 claims → 4,999 claims: 0 changed, 0 added, 1 removed');
  },
);

function isThere(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
