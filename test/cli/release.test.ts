import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRepository } from './git-repository.ts';
import { copyOfDataset, runCommand } from './run-command.ts';
import { claimLine, lines, smallDataset, writeInto } from './small-dataset.ts';

const known = {
  creator: 'A team',
  url: 'https://example.org',
  published: '2026-01-02',
  license: 'CC-BY-4.0',
};

/** A small dataset folder with splits and settings that say all that can be said. */
async function readyDataset(version = '1.0.0', claims: readonly string[] = someClaims): Promise<string> {
  const cwd = smallDataset({ 'claims/a.jsonl': lines(...claims) });
  setVersion(cwd, version);
  await runCommand(['split'], { cwd });
  return cwd;
}

const someClaims = [
  claimLine('one', { claim: 'The first town lies on a river.' }),
  claimLine('two', {
    claim: 'Bridges are many elsewhere.',
    evidence: [['A town_sentence_1']],
    label: 'REFUTES',
  }),
];

function setVersion(cwd: string, version: string): void {
  const path = join(cwd, 'claimset.config.json');
  const config = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...config, ...known, version }));
}

/** Answers all questions that a first run has asked. */
function answerAll(cwd: string): void {
  const path = join(cwd, 'release.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(': TODO(author)\n', ': Answered.\n'));
}

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

/** Not on every machine. */
const checker = 'sha256sum';

/** All paths below a folder. */
const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('claimset release', () => {
  test('asks what only the author can say, once; with the answers it writes the bundle, byte for byte the same again', async () => {
    const cwd = copyOfDataset();
    const first = await runCommand(['release'], { cwd });
    expect(first).toMatchObject({ exitCode: 1, stdout: '' });
    expect(first.stderr).toContain(
      'to do: datasheet.md:9 TODO(author) `datasheet.purpose`: What was the dataset made for',
    );
    expect(first.stderr).toContain('to do: claimset.config.json: Croissant asks for `url`: set `url`.');
    expect(first.stderr).toContain('written release.yaml: answer what is asked there');
    expect(readdirSync(cwd).sort()).toEqual([
      'claims',
      'claimset.config.json',
      'corpus',
      'release.yaml',
      'splits.lock.json',
    ]);
    answerAll(cwd);
    writeFileSync(
      join(cwd, 'claimset.config.json'),
      JSON.stringify({ ...JSON.parse(read(cwd, 'claimset.config.json')), ...known, license: 'CC-BY-SA-3.0' }),
    );
    const answers = read(cwd, 'release.yaml');
    const done = await runCommand(['release'], { cwd });
    expect(done).toMatchObject({ exitCode: 0, stderr: '' });
    expect(done.stdout).toMatch(/^released nagorno-karabakh-war 0\.1\.0 to release: 25 files, read back/);
    const folder = join(cwd, 'release');
    expect(pathsIn(folder)).toMatchInlineSnapshot(`
      [
        "CHANGELOG.md",
        "CITATION.cff",
        "LICENSE",
        "README.md",
        "beir/corpus.jsonl",
        "beir/manifest.json",
        "beir/qrels/dev.tsv",
        "beir/qrels/train.tsv",
        "beir/queries.jsonl",
        "checksums.sha256",
        "claims/dev.jsonl",
        "claims/train.jsonl",
        "data-statement.md",
        "datasheet.md",
        "fever/dev.jsonl",
        "fever/train.jsonl",
        "feverous/dev.jsonl",
        "feverous/train.jsonl",
        "huggingface/README.md",
        "huggingface/croissant.json",
        "huggingface/data/claims/train-00000-of-00001.parquet",
        "huggingface/data/claims/validation-00000-of-00001.parquet",
        "huggingface/data/corpus/corpus-00000-of-00001.parquet",
        "huggingface/manifest.json",
        "manifest.json",
      ]
    `);
    expect(read(folder, 'datasheet.md')).toContain('| all | 292 | 113 | 113 | 66 |');
    expect(read(folder, 'datasheet.md')).toContain(
      '2 annotators made 584 annotations of 292 of the 292 claims',
    );
    expect(read(folder, 'datasheet.md')).toContain('Answered.');
    for (const path of pathsIn(folder).filter((name) => name.endsWith('.md')))
      expect(read(folder, path)).not.toContain('TODO');
    const before = pathsIn(folder).map((path) => [path, read(folder, path)]);
    expect((await runCommand(['release'], { cwd })).exitCode).toBe(0);
    expect(pathsIn(folder).map((path) => [path, read(folder, path)])).toEqual(before);
    expect(read(cwd, 'release.yaml')).toBe(answers);
    const check = spawnSync(checker, ['--quiet', '-c', 'checksums.sha256'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (check.error === undefined)
      expect({ status: check.status, said: check.stdout }).toEqual({ status: 0, said: '' });
    // The release is a version that claims can be compared with.
    const same = await runCommand(['diff', 'release', '.', '--json'], { cwd });
    expect(JSON.parse(same.stdout)).toMatchObject({ figures: {}, comparesSplits: true });
  });

  test('--allow-todo releases all the same', async () => {
    const cwd = await readyDataset();
    const { exitCode, stdout } = await runCommand(['release', '--allow-todo', '-o', 'out/v1'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('to out/v1');
    expect(read(cwd, 'out/v1/datasheet.md')).toContain('TODO(author) `datasheet.funding`: Who paid for it?');
    expect(read(cwd, 'out/v1/CITATION.cff')).toContain('- name: A team');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['v1']);
  });

  test('a version that is too low for the changes is not released, and the old release stays', async () => {
    const cwd = await readyDataset();
    await runCommand(['release', '--allow-todo'], { cwd });
    const old = read(cwd, 'release/manifest.json');
    writeInto(cwd, 'claims/a.jsonl', [
      ...someClaims,
      claimLine('three', { claim: 'Cold water is wet.', evidence: [['A town_sentence_2']] }),
    ]);
    await runCommand(['split'], { cwd });
    const refused = await runCommand(['release', '--allow-todo'], { cwd });
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(
      'The version is 1.0.0, and after 1.0.0 it must be at least 1.1.0. MINOR',
    );
    expect(read(cwd, 'release/manifest.json')).toBe(old);
    setVersion(cwd, '1.1.0');
    expect((await runCommand(['release', '--allow-todo'], { cwd })).exitCode).toBe(0);
    expect(read(cwd, 'release/CHANGELOG.md')).toMatchInlineSnapshot(`
      "# Changelog

      ## 1.1.0 (2026-01-02)

      MINOR: the existing claims are the same, and claims or keys were added (Croissant 1.1, Version). added (1). Compared with 1.0.0.

      **added** (1)

      - \`three\` (\`SUPPORTS\`, \`train\`): \`Cold water is wet.\`

      ## 1.0.0 (2026-01-02)

      The first release: 2 claims.
      "
    `);
    expect(JSON.parse(read(cwd, 'release/manifest.json'))).toMatchObject({ version: '1.1.0' });
  });

  test('--previous names another release to compare with', async () => {
    const cwd = await readyDataset();
    await runCommand(['release', '--allow-todo', '-o', 'v1'], { cwd });
    writeInto(cwd, 'claims/a.jsonl', someClaims.slice(0, 1));
    setVersion(cwd, '1.5.0');
    const refused = await runCommand(['release', '--allow-todo', '-o', 'v2', '--previous', 'v1'], { cwd });
    expect(refused.stderr).toContain('must be at least 2.0.0');
    expect(existsSync(join(cwd, 'v2'))).toBe(false);
    setVersion(cwd, '2.0.0');
    const done = await runCommand(['release', '--allow-todo', '-o', 'v2', '--previous', 'v1'], { cwd });
    expect(done.exitCode).toBe(0);
    expect(read(cwd, 'v2/CHANGELOG.md')).toMatch(/## 2\.0\.0[\s\S]*\*\*removed\*\* \(1\)[\s\S]*## 1\.0\.0/);
  });

  test('--previous names a commit', async () => {
    const repository = await createRepository('.');
    await repository.claimset(['split']);
    repository.git(['add', '.']);
    repository.git(['commit', '--quiet', '-m', 'first']);
    repository.git(['tag', 'v1']);
    const path = repository.path('claims/sample.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"label":"REFUTES"', '"label":"SUPPORTS"'));
    const refused = await repository.claimset(['release', '--allow-todo', '--previous', 'v1']);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(
      'The version is 0.1.0, and after 0.1.0 it must be at least 1.0.0. MAJOR',
    );
    const nowhere = await repository.claimset(['release', '--previous', 'nowhere']);
    expect(nowhere).toMatchObject({ exitCode: 2 });
    expect(nowhere.stderr).toContain('There is no commit "nowhere" in this repository. Check --previous.');
  });

  test('a dataset with errors, without a lock or with broken answers is not released', async () => {
    const cwd = await readyDataset();
    rmSync(join(cwd, 'splits.lock.json'));
    expect((await runCommand(['release'], { cwd })).stderr).toContain(
      'splits.lock.json is missing. Run `claimset split`',
    );
    await runCommand(['split'], { cwd });
    writeFileSync(join(cwd, 'release.yaml'), 'datasheet: {porpose: x}\n');
    expect(await runCommand(['release'], { cwd })).toMatchObject({ exitCode: 2 });
    rmSync(join(cwd, 'release.yaml'));
    writeInto(cwd, 'claims/b.jsonl', lines('{"id":'));
    const broken = await runCommand(['release'], { cwd });
    expect(broken.exitCode).toBe(1);
    expect(broken.stderr).toContain('Nothing was released: mend the errors first.');
    expect(existsSync(join(cwd, 'release'))).toBe(false);
  });

  test('nor one that holds labels back', async () => {
    const cwd = await readyDataset();
    const path = join(cwd, 'claimset.config.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(read(path)), split: { blind: ['dev'] } }));
    const { exitCode, stderr } = await runCommand(['release', '--allow-todo'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('split.blind holds back those of `dev`');
    expect(existsSync(join(cwd, 'release'))).toBe(false);
  });

  test.each<[string, (cwd: string) => void, string, string]>([
    [
      'files of somebody else',
      (cwd) => writeInto(cwd, 'out/mine.txt', 'x'),
      'out',
      'holds files and no release',
    ],
    [
      'a build',
      (cwd) => writeInto(cwd, 'out/manifest.json', '{"tool":{"name":"claimset"},"files":[]}'),
      'out',
      'holds files and no release',
    ],
    ['a file', (cwd) => writeInto(cwd, 'out', 'x'), 'out', 'is a file'],
    ['the claims', () => {}, 'claims/out', 'lies in claims'],
  ])('does not take the place of %s', async (_, prepare, output, message) => {
    const cwd = await readyDataset();
    prepare(cwd);
    const before = pathsIn(cwd);
    const { exitCode, stderr } = await runCommand(['release', '--allow-todo', '-o', output], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(pathsIn(cwd)).toEqual(before);
  });

  test('nor of a release that somebody has written in', async () => {
    const cwd = await readyDataset();
    await runCommand(['release', '--allow-todo'], { cwd });
    writeInto(cwd, 'release/datasheet.md', 'My own words.');
    const { exitCode, stderr } = await runCommand(['release', '--allow-todo'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('holds "datasheet.md", which was changed after the release was made');
    expect(readFileSync(join(cwd, 'release/datasheet.md'), 'utf8')).toBe('My own words.');
  });

  test('nor of a release with files that do not belong to it', async () => {
    const cwd = await readyDataset();
    await runCommand(['release', '--allow-todo'], { cwd });
    writeInto(cwd, 'release/notes/mine.txt', 'x');
    const { exitCode, stderr } = await runCommand(['release', '--allow-todo'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('holds "notes/mine.txt", which is not part of the release there');
  });
});
