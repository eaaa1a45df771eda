import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { fewRules, smallDataset } from './small-dataset.ts';

const sentence = (number: number) => `A town_sentence_${number}`;

/** Twenty claims, of which two in a row share a sentence. */
function folderOf(split: object = {}, change: (at: number) => object = () => ({})): string {
  const lines = Array.from({ length: 20 }, (_, at) =>
    JSON.stringify({
      id: `c${at}`,
      claim: `Town number${at} has word${at} and bridge${at} and river${at}.`,
      label: at % 4 < 2 ? 'SUPPORTS' : 'REFUTES',
      evidence: [[sentence(Math.floor(at / 2))]],
      ...change(at),
    }),
  );
  const article = Array.from(
    { length: 10 },
    (_, at) =>
      `${at === 0 ? 'A town\n\nFrom Wikipedia for FEVERv2\nJump to navigation Jump to search\n\n' : ''}${at === 5 ? 'History A town_section_0\n\n' : ''}It has the number ${at}. ${sentence(at)}\n`,
  ).join('\n');
  return smallDataset({
    'claimset.config.json': JSON.stringify({
      validate: { rules: fewRules },
      split: { ratios: { train: 0.8, dev: 0.2 }, ...split },
    }),
    'corpus/a-town.txt': article,
    'claims/a.jsonl': `${lines.join('\n')}\n`,
  });
}

const lockOf = (cwd: string) => readFileSync(join(cwd, 'splits.lock.json'), 'utf8');

describe('grouping', () => {
  test('by section: the lead and the section below it stay whole', async () => {
    const cwd = folderOf({ groupBy: ['section'] });
    const { exitCode, stdout } = await runCommand(['split'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('2 groups of claims that stay together, the largest of 10');
    expect(stdout).toContain('shared sections 0');
    expect(lockOf(cwd)).toContain('"groupBy": ["section"],');
  });

  test('what grouping leaves out is a note, and no error', async () => {
    const cwd = folderOf();
    const { exitCode, stdout, stderr } = await runCommand(['split', '--group-by', 'none'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('20 groups of claims');
    expect(stderr).toMatch(/^note: shared evidence between splits: \d+\. split\.groupBy leaves them out\.$/m);
    expect(stderr).toContain('"groupBy":[]');
    expect(existsSync(join(cwd, 'splits.lock.json'))).toBe(false);
  });

  test('by annotator: of the journals; without them a sentence', async () => {
    const cwd = folderOf();
    const argv = ['split', '--group-by', 'annotator', '--json'];
    const without = await runCommand(argv, { cwd });
    expect(without).toMatchObject({ exitCode: 2, stdout: '' });
    expect(without.stderr).toContain('nothing tells who annotated them');
    mkdirSync(join(cwd, 'claims/annotations'));
    for (const [annotator, claims] of Object.entries({ ann: [0, 5, 7], bob: [7, 9] })) {
      for (const claim of claims) {
        const record = {
          claim: `c${claim}`,
          annotator,
          label: 'SUPPORTS',
          evidence: [[sentence(0)]],
          at: '2024-01-01T00:00:00Z',
        };
        appendFileSync(join(cwd, 'claims/annotations/a.jsonl'), `${JSON.stringify(record)}\n`);
      }
    }
    const { stdout } = await runCommand(argv, { cwd });
    const { assignments, leakage } = JSON.parse(stdout) as {
      assignments: { id: string; split: string }[];
      leakage: Record<string, number>;
    };
    expect(leakage.annotator).toBe(0);
    const ids = ['c0', 'c5', 'c7', 'c9'];
    const splits = assignments.filter(({ id }) => ids.includes(id)).map(({ split }) => split);
    expect(new Set(splits).size).toBe(1);
  });

  test.each([
    [['--group-by', 'page']],
    [['--stratify-by', 'none']],
    [['--folds', '1']],
    [['--folds', '3', '--relock']],
    [['--drift', '--relock']],
    [['-o', 'x.jsonl']],
    [['--date', 'at', '--stratify-by', 'challenge']],
  ])('%j is refused', async (options) => {
    const { exitCode, stdout } = await runCommand(['split', ...options], { cwd: folderOf() });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });
});

test('by date: the earliest first, with the dates of each split', async () => {
  const cwd = folderOf({ date: 'published' }, (at) => ({
    evidence: [[sentence(0)]],
    published: `2024-01-${String(at + 1).padStart(2, '0')}`,
  }));
  const { exitCode, stdout } = await runCommand(['split', '--group-by', 'near-duplicate'], { cwd });
  expect(exitCode).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "split  ratio  claims  SUPPORTS  REFUTES  NOT ENOUGH INFO        from          to  undated
    train   0.80      16         8        8                0  2024-01-01  2024-01-16        0
    dev     0.20       4         2        2                0  2024-01-17  2024-01-20        0

    20 groups of claims that stay together, the largest of 1
    leakage between splits: duplicate claims 0, near-duplicates 0, shared sources 0, shared evidence 1
    "
  `);
});

test('strata are told by value', async () => {
  const cwd = folderOf({ stratifyBy: ['label', 'evidence'] });
  const { stdout } = await runCommand(['split'], { cwd });
  expect(stdout).toMatchInlineSnapshot(`
    "split  ratio  claims  SUPPORTS  REFUTES  NOT ENOUGH INFO
    train   0.80      16         8        8                0
    dev     0.20       4         2        2                0

    value                claims  train   dev  claims off
    label: SUPPORTS          10   80 %  20 %         0.0
    label: REFUTES           10   80 %  20 %         0.0
    evidence: text only      20   80 %  20 %         0.0

    10 groups of claims that stay together, the largest of 2
    leakage between splits: duplicate claims 0, near-duplicates 0, shared sources 0, shared evidence 0
    "
  `);
  expect(lockOf(cwd)).toContain('"stratifyBy": ["label", "evidence"],');
});

describe('folds', () => {
  test('are written a claim a line, and the lock is left alone', async () => {
    const cwd = folderOf();
    const { exitCode, stdout, stderr } = await runCommand(['split', '--folds', '5', '-o', 'folds.jsonl'], {
      cwd,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'written folds.jsonl\n' });
    expect(stdout).toMatchInlineSnapshot(`
      "fold  claims  SUPPORTS  REFUTES  NOT ENOUGH INFO
      1          4         2        2                0
      2          4         2        2                0
      3          4         2        2                0
      4          4         2        2                0
      5          4         2        2                0

      10 groups of claims that stay together, the largest of 2
      leakage between folds: duplicate claims 0, near-duplicates 0, shared sources 0, shared evidence 0
      "
    `);
    const lines = readFileSync(join(cwd, 'folds.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(20);
    const folds = lines.map((line) => JSON.parse(line) as { id: string; fold: number });
    for (const { id, fold } of folds) {
      const twin = folds.find((one) => one.id === `c${Number(id.slice(1)) ^ 1}`);
      expect(twin?.fold).toBe(fold);
    }
    expect(existsSync(join(cwd, 'splits.lock.json'))).toBe(false);
    expect((await runCommand(['split', '--folds', '5', '-o', 'folds.jsonl'], { cwd })).stderr).toContain(
      '--force',
    );
    expect(
      (await runCommand(['split', '--folds', '2', '-o', 'claims/a.jsonl', '--force'], { cwd })).exitCode,
    ).toBe(2);
  });

  test('more than there are groups are an error, and nothing is written', async () => {
    const cwd = folderOf();
    const { exitCode, stderr } = await runCommand(['split', '--folds', '11', '-o', 'f.jsonl'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('1 of 11 folds would have no claims: there are 10 groups');
    expect(existsSync(join(cwd, 'f.jsonl'))).toBe(false);
  });

  test('--json prints the audit and every claim', async () => {
    const { stdout } = await runCommand(['split', '--folds', '2', '--json'], { cwd: folderOf() });
    expect(JSON.parse(stdout)).toMatchObject({
      folds: [{ fold: 1 }, { fold: 2 }],
      leakage: { duplicates: 0, nearDuplicates: 0, sharedSource: 0, sharedEvidence: 0 },
    });
  });
});

describe('drift', () => {
  test('without a lock there is nothing to compare with', async () => {
    const { exitCode, stderr } = await runCommand(['split', '--drift'], { cwd: folderOf() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Run `claimset split`, which writes it');
  });

  test('tells what was added, and leaves the lock alone', async () => {
    const cwd = folderOf();
    await runCommand(['split'], { cwd });
    const lock = lockOf(cwd);
    writeFileSync(
      join(cwd, 'claims/new.jsonl'),
      `${JSON.stringify({ id: 'n1', claim: 'Something quite new is said.', label: 'REFUTES', evidence: [[sentence(9)]] })}\n`,
    );
    const { exitCode, stdout } = await runCommand(['split', '--drift'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "20 claims of the lock are there still; 1 added since (\`n1\`); 0 gone
      settings: those of the lock

      split  wanted     locked        now  SUPPORTS  REFUTES  NOT ENOUGH INFO   drift    skew
      train    80 %  16 (80 %)  17 (81 %)     8 → 8    8 → 9            0 → 0  0.0294  0.0056
      dev      20 %   4 (20 %)   4 (19 %)     2 → 2    2 → 2            0 → 0  0.0000  0.0238
      all                   20         21   10 → 10  10 → 11            0 → 0  0.0238

      labels: of the claims that are locked and still there → of all now; drift: total variation distance of the
      two; skew: that of the split from all claims now
      --relock would move no locked claim
      "
    `);
    expect(lockOf(cwd)).toBe(lock);
  });

  test('a claim that parts the lock is an error', async () => {
    const cwd = folderOf();
    await runCommand(['split'], { cwd });
    const evidence = Array.from({ length: 10 }, (_, at) => [sentence(at)]);
    writeFileSync(
      join(cwd, 'claims/new.jsonl'),
      `${JSON.stringify({ id: 'n1', claim: 'Something quite new is said.', label: 'REFUTES', evidence })}\n`,
    );
    const { exitCode, stderr } = await runCommand(['split', '--drift'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('but they hang together');
  });
});

describe('a blind split', () => {
  test('is built without labels and evidence, and its gold elsewhere; both are proved', async () => {
    const cwd = folderOf({ blind: ['dev'] });
    const { exitCode, stdout, stderr } = await runCommand(['build', '--verify'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('verified: all 9 files read back equal');
    const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
    const published = read('dataset/dev.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const gold = read('dataset-gold/dev.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(published).toEqual(gold.map(({ id, claim }) => ({ id, claim, evidence: [] })));
    for (const path of ['dataset/dev.jsonl', 'dataset/fever/dev.jsonl', 'dataset/feverous/dev.jsonl']) {
      // FEVEROUS begins with a line that names the keys.
      expect(read(path).replace(/^\{"evidence".*\n/, '')).not.toMatch(/SUPPORTS|REFUTES|sentence_/);
    }
    expect(JSON.parse(read('dataset/manifest.json'))).toMatchObject({
      blind: ['dev'],
      splits: { dev: { claims: 4 } },
    });
    expect(JSON.parse(read('dataset/manifest.json')).splits.dev).toEqual({ claims: 4 });
    expect(JSON.parse(read('dataset-gold/manifest.json'))).toMatchObject({ gold: ['dev'] });
    expect(existsSync(join(cwd, 'dataset-gold/train.jsonl'))).toBe(false);
    expect(read('dataset/README.md')).toContain('Held back are the labels and the evidence of `dev`');
    expect(read('dataset-gold/README.md')).toContain('not to be published');
  });

  test('is not released', async () => {
    const cwd = folderOf({ blind: ['dev'] });
    await runCommand(['split'], { cwd });
    const { exitCode, stderr } = await runCommand(['release', '--allow-todo'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('split.blind holds back those of `dev`');
  });

  test('must be one of the ratios', async () => {
    const { exitCode, stderr } = await runCommand(['build'], { cwd: folderOf({ blind: ['test'] }) });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('split.ratios does not name');
  });
});
