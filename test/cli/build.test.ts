import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/io/manifest.ts';
import { type CommandResult, copyOfDataset, runCommand, temporaryFolder } from './run-command.ts';
import { sentence, townDataset } from './town-dataset.ts';

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const setConfig = (cwd: string, change: object): void => {
  const config = JSON.parse(read(cwd, 'claimset.config.json')) as object;
  writeFileSync(join(cwd, 'claimset.config.json'), JSON.stringify({ ...config, ...change }));
};
const lineCount = (text: string): number => text.split('\n').length - 1;
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

describe('the shipped dataset, built', () => {
  let cwd = '';
  let result: CommandResult | undefined;

  beforeAll(async () => {
    cwd = copyOfDataset('suite');
    result = await runCommand(['build', '--verify', '--frozen-lock'], { cwd });
  }, 30_000);

  test('has no errors, no leaks and a lock that is up to date, and is verified; the same bytes again', async () => {
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result?.stdout).toContain('validated 292 claims: no errors, 0 warnings');
    expect(result?.stdout).toContain(
      'leakage between splits: duplicate claims 0, near-duplicates 0, shared sources 0, shared evidence 0',
    );
    expect(result?.stdout).toContain('verified: all 8 files read back equal');
    const again = await runCommand(['build', '-o', 'again'], { cwd });
    expect(again.exitCode).toBe(0);
    expect(contents(join(cwd, 'again'))).toEqual(contents(join(cwd, 'dataset')));
  });

  test('writes what its manifest says', () => {
    const folder = join(cwd, 'dataset');
    const manifest = JSON.parse(read(folder, 'manifest.json')) as Manifest;
    expect(Object.keys(contents(folder)).sort()).toEqual(
      ['README.md', 'manifest.json', ...manifest.files.map(({ path }) => path)].sort(),
    );
    for (const { path, sha256, bytes, claims, format } of manifest.files) {
      const text = readFileSync(join(folder, path));
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
      expect(text.length).toBe(bytes);
      if (format === 'jsonl') expect(lineCount(text.toString('utf8'))).toBe(claims);
      // The schema line comes first.
      if (format === 'feverous') expect(lineCount(text.toString('utf8'))).toBe(claims + 1);
    }
    const native = manifest.files.filter(({ format }) => format === 'jsonl');
    expect(native.reduce((sum, { claims }) => sum + claims, 0)).toBe(292);
    for (const { path, sha256 } of manifest.sources) {
      expect(
        createHash('sha256')
          .update(readFileSync(join(cwd, path)))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  test('says in its manifest what it was made from', () => {
    const { sources } = JSON.parse(read(cwd, 'dataset/manifest.json')) as Manifest;
    const paths = sources.map(({ path }) => path);
    expect(paths).toContain('claimset.config.json');
    expect(paths).toContain('splits.lock.json');
    expect(paths).toContain('corpus/first-nagorno-karabakh-war.txt');
  });
});

describe('claimset build', () => {
  test('keeps claims where they were when others are added', async () => {
    const cwd = townDataset();
    await runCommand(['build'], { cwd });
    const splitOf = (): Map<string, string> =>
      new Map(
        ['train', 'dev'].flatMap((split) =>
          read(cwd, `dataset/${split}.jsonl`)
            .trimEnd()
            .split('\n')
            .map((line): [string, string] => [String(JSON.parse(line).id), split]),
        ),
      );
    const before = splitOf();
    const added = Array.from({ length: 30 }, (_, which) =>
      JSON.stringify({
        id: `new-${which}`,
        claim: `The added sentence number ${which} of a test says something.`,
        label: 'NOT ENOUGH INFO',
        evidence: [],
      }),
    );
    writeFileSync(join(cwd, 'claims/new.jsonl'), `${added.join('\n')}\n`);
    expect((await runCommand(['build', '--frozen-lock'], { cwd })).exitCode).toBe(1);
    expect((await runCommand(['build'], { cwd })).exitCode).toBe(0);
    const after = splitOf();
    expect(after.size).toBe(before.size + 30);
    expect([...before].filter(([id, split]) => after.get(id) !== split)).toEqual([]);
    expect((await runCommand(['build', '--frozen-lock'], { cwd })).exitCode).toBe(0);
  });

  test('writes nothing from claims that have an error', async () => {
    const cwd = townDataset();
    await runCommand(['split'], { cwd });
    appendFileSync(join(cwd, 'claims/a.jsonl'), '{"id":"bad"\n');
    const lock = read(cwd, 'splits.lock.json');
    const { exitCode, stdout, stderr } = await runCommand(['build'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('claims/a.jsonl');
    expect(stderr).toContain('Nothing was written');
    expect(existsSync(join(cwd, 'dataset'))).toBe(false);
    expect(read(cwd, 'splits.lock.json')).toBe(lock);
  });

  test('refuses splits that the claims themselves make leak', async () => {
    const cwd = townDataset();
    const claim = {
      claim: 'One fact.',
      label: 'REFUTES',
      evidence: [[sentence(2)]],
    };
    writeFileSync(
      join(cwd, 'claims/forced.jsonl'),
      `${JSON.stringify({ id: 'f1', ...claim, split: 'train' })}\n${JSON.stringify({ id: 'f2', ...claim, claim: 'Another thing.', split: 'dev' })}\n`,
    );
    const { exitCode, stderr } = await runCommand(['build'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('f1');
    expect(stderr).toContain(sentence(2));
    expect(stderr).toContain('Nothing was written: the splits are not sound.');
    expect(existsSync(join(cwd, 'dataset'))).toBe(false);
  });

  test('does not touch a folder of somebody else, and keeps files that are not its own', async () => {
    const cwd = townDataset();
    mkdirSync(join(cwd, 'dataset'));
    writeFileSync(join(cwd, 'dataset/notes.txt'), 'mine');
    const refused = await runCommand(['build'], { cwd });
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('OUTPUT_IN_USE');
    expect(contents(join(cwd, 'dataset'))).toEqual({ 'notes.txt': 'mine' });

    rmSync(join(cwd, 'dataset'), { recursive: true });
    await runCommand(['build'], { cwd });
    writeFileSync(join(cwd, 'dataset/notes.txt'), 'mine');
    const config = JSON.parse(read(cwd, 'claimset.config.json')) as object;
    writeFileSync(
      join(cwd, 'claimset.config.json'),
      JSON.stringify({ ...config, export: { formats: ['jsonl'] } }),
    );
    expect((await runCommand(['build'], { cwd })).exitCode).toBe(0);
    // What an earlier build wrote and this one does not is gone; the note is not.
    expect(Object.keys(contents(join(cwd, 'dataset'))).sort()).toEqual([
      'README.md',
      'dev.jsonl',
      'manifest.json',
      'notes.txt',
      'train.jsonl',
    ]);
  });

  test('does not take the manifest of another program for its own, nor a file or link it did not make', async () => {
    const cwd = townDataset();
    mkdirSync(join(cwd, 'dataset'));
    writeFileSync(join(cwd, 'dataset/manifest.json'), '{"name":"a web app","files":[]}');
    expect((await runCommand(['build'], { cwd })).stderr).toContain('OUTPUT_IN_USE');
    // A build that was refused has not divided the claims either.
    expect(existsSync(join(cwd, 'splits.lock.json'))).toBe(false);

    rmSync(join(cwd, 'dataset'), { recursive: true });
    await runCommand(['build'], { cwd });
    rmSync(join(cwd, 'dataset/fever'), { recursive: true });
    mkdirSync(join(cwd, 'elsewhere'));
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'dataset/fever'));
    expect((await runCommand(['build'], { cwd })).stderr).toContain('OUTPUT_IN_USE');
    expect(readdirSync(join(cwd, 'elsewhere'))).toEqual([]);
  });

  test('works below a folder named annotations, whose files are claims all the same', async () => {
    const cwd = join(temporaryFolder(), 'annotations');
    mkdirSync(cwd);
    await runCommand(['init', 'facts'], { cwd });
    expect(await runCommand(['build'], { cwd: join(cwd, 'facts') })).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
  });

  test('recovers from a build that was interrupted', async () => {
    const cwd = townDataset();
    await runCommand(['build'], { cwd });
    const first = contents(join(cwd, 'dataset'));
    rmSync(join(cwd, 'dataset/manifest.json'));
    const mark = { tool: { name: 'claimset' }, files: [...Object.keys(first), '../outside.txt', 7, null] };
    writeFileSync(join(cwd, 'dataset/.claimset-build.json'), JSON.stringify(mark));
    writeFileSync(join(cwd, 'outside.txt'), 'mine');
    expect((await runCommand(['build'], { cwd })).exitCode).toBe(0);
    expect(contents(join(cwd, 'dataset'))).toEqual(first);
    expect(read(cwd, 'outside.txt')).toBe('mine');
  });
});

test('claimset init makes a folder that builds, and overwrites nothing', async () => {
  const cwd = temporaryFolder();
  const made = await runCommand(['init', 'facts'], { cwd });
  expect(made.exitCode).toBe(0);
  expect(made.stderr).toContain('To label claims on a page: claimset annotate.');
  expect(made.stdout.split('\n').filter((line) => line.startsWith('written '))).toHaveLength(6);
  const folder = join(cwd, 'facts');
  // What splits hold back must not get into a repository by mistake.
  expect(read(folder, '.gitignore').split('\n')).toEqual(
    expect.arrayContaining(['/dataset/', '/dataset-gold/', '/release/']),
  );
  const validated = await runCommand(['validate', '--fail-on', 'info'], { cwd: folder });
  expect(validated).toMatchObject({ exitCode: 0, stderr: '' });
  const built = await runCommand(['build', '--verify'], { cwd: folder });
  expect(built).toMatchObject({ exitCode: 0, stderr: '' });
  writeFileSync(join(folder, 'claimset.config.json'), '{"name":"mine"}');
  const again = await runCommand(['init', 'facts'], { cwd });
  expect(again.stdout).not.toContain('written');
  expect(read(folder, 'claimset.config.json')).toBe('{"name":"mine"}');
});

describe('a blind split', () => {
  test('is built without labels and evidence, and its gold elsewhere; both are proved', async () => {
    const cwd = townDataset({ blind: ['dev'] });
    // NLI pairs and relevance judgements have no records without a label. The slash does not put the gold inside.
    setConfig(cwd, {
      output: 'dataset/',
      export: { formats: ['jsonl', 'fever', 'feverous', 'nli', 'qrels'] },
    });
    const { exitCode, stdout, stderr } = await runCommand(['build', '--verify'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('verified: all 13 files read back equal');
    const handedOut = read(cwd, 'dataset/dev.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const gold = read(cwd, 'dataset-gold/dev.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(handedOut).toEqual(gold.map(({ id, claim }) => ({ id, claim, evidence: [] })));
    for (const path of ['dataset/dev.jsonl', 'dataset/fever/dev.jsonl', 'dataset/feverous/dev.jsonl']) {
      // FEVEROUS begins with a line that names the keys.
      expect(read(cwd, path).replace(/^\{"evidence".*\n/, '')).not.toMatch(/SUPPORTS|REFUTES|sentence_/);
    }
    expect(JSON.parse(read(cwd, 'dataset/manifest.json'))).toMatchObject({
      blind: ['dev'],
      splits: { dev: { claims: 4 } },
    });
    expect(JSON.parse(read(cwd, 'dataset/manifest.json')).splits.dev).toEqual({ claims: 4 });
    expect(JSON.parse(read(cwd, 'dataset-gold/manifest.json'))).toMatchObject({ gold: ['dev'] });
    expect(Object.keys(contents(join(cwd, 'dataset-gold')))).toEqual([
      'README.md',
      'dev.jsonl',
      'fever/dev.jsonl',
      'feverous/dev.jsonl',
      'manifest.json',
      'nli/dev.jsonl',
      'qrels/dev.qrels',
    ]);
    expect(Object.keys(contents(join(cwd, 'dataset'))).filter((path) => /nli|qrels/.test(path))).toEqual([
      'nli/train.jsonl',
      'qrels/train.qrels',
    ]);
    expect(read(cwd, 'dataset/README.md')).toContain('Held back are the labels and the evidence of `dev`');
    expect(read(cwd, 'dataset-gold/README.md')).toContain('not to be published');

    const published = read(cwd, 'dataset/dev.jsonl');
    setConfig(cwd, { split: {} });
    const again = await runCommand(['build'], { cwd });
    expect(again.stderr).toContain('note: dataset-gold is of an earlier build');
    expect(read(cwd, 'dataset/dev.jsonl')).not.toBe(published);
    expect(read(cwd, 'dataset/nli/dev.jsonl')).toBe(read(cwd, 'dataset-gold/nli/dev.jsonl'));
  });

  test.each([
    [['--format', 'jsonl'], true],
    [['--format', 'jsonl', '--split', 'dev'], true],
    [['--format', 'jsonl', '--split', 'train'], false],
    [['--format', 'qrels'], true],
    [['--format', 'blind'], false],
  ])('is told of by an export that tells its labels: %j', async (options, isTold) => {
    const cwd = townDataset({ blind: ['dev'] });
    const { exitCode, stderr } = await runCommand(['export', ...options], { cwd });
    expect(exitCode).toBe(0);
    expect(stderr.includes('of `dev`, which split.blind holds back: it is not to be published')).toBe(isTold);
  });

  test('must be one of the ratios', async () => {
    const { exitCode, stderr } = await runCommand(['build'], { cwd: townDataset({ blind: ['test'] }) });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('split.ratios does not name');
  });
});
