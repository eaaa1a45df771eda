import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { sentence, townDataset } from './town-dataset.ts';

interface Sized {
  readonly split: string;
  readonly claims: number;
}

const lockOf = (cwd: string) => readFileSync(join(cwd, 'splits.lock.json'), 'utf8');

test('divides by ratios, without leakage, the same each time', async () => {
  const cwd = townDataset({ ratios: { train: 0.7, dev: 0.15, test: 0.15 }, seed: 3 });
  const argv = ['split', '--json'];
  const { exitCode, stdout } = await runCommand(argv, { cwd });
  expect(exitCode).toBe(0);
  const report = JSON.parse(stdout);
  expect(report.leakage).toEqual({ duplicates: 0, nearDuplicates: 0, sharedSource: 0, sharedEvidence: 0 });
  expect(report.splits.map(({ split, claims }: Sized) => [split, claims])).toEqual([
    ['train', 12],
    ['dev', 4],
    ['test', 4],
  ]);
  const lock = lockOf(cwd);
  rmSync(join(cwd, 'splits.lock.json'));
  expect((await runCommand(argv, { cwd })).stdout).toBe(stdout);
  expect(lockOf(cwd)).toBe(lock);
});

test('--dry-run writes nothing, with --folds either', async () => {
  const cwd = townDataset();
  expect((await runCommand(['split', '--dry-run'], { cwd })).exitCode).toBe(0);
  const folds = ['split', '--folds', '2', '--dry-run', '-o', 'folds.jsonl'];
  expect(await runCommand(folds, { cwd })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(['splits.lock.json', 'folds.jsonl'].filter((name) => existsSync(join(cwd, name)))).toEqual([]);
});

test('other ratios and seeds are tried, not written: a build goes by the configuration', async () => {
  const cwd = townDataset();
  await runCommand(['split'], { cwd });
  const lock = lockOf(cwd);
  const argv = ['split', '--relock', '--ratios', 'train=0.8,dev=0.1,test=0.1', '--seed', '5'];
  const { exitCode, stdout, stderr } = await runCommand(argv, { cwd });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^test +0\.10 +2 /m);
  expect(stderr).toContain('put {"split":{"ratios":{"train":0.8,"dev":0.1,"test":0.1},"seed":5}} there');
  expect(lockOf(cwd)).toBe(lock);
});

test('a group that is too big for the ratios is told with what holds it together', async () => {
  const cwd = townDataset({}, (at) => ({ evidence: [[sentence(at < 18 ? 0 : 9)]] }));
  const { exitCode, stderr } = await runCommand(['split', '--dry-run'], { cwd });
  expect(exitCode).toBe(0);
  expect(stderr).toContain('warning: 18 claims hang together, 90 % of all');
  expect(stderr).toContain('help: What holds them together: the evidence `A town_sentence_0` (18 claims;');
});

test.each([
  [[]],
  [['--group-by', 'section', '--stratify-by', 'label,evidence,article']],
  [['--group-by', 'none', '--date', 'published']],
  [['--folds', '3', '--stratify-by', 'label,challenge']],
])('the order of claims and files does not matter: %j', async (options) => {
  const change = (at: number) => ({
    published: `2024-01-${String(((at * 7) % 20) + 1).padStart(2, '0')}`,
    challenge: at % 3 === 0 ? 'Other' : 'Numerical Reasoning',
  });
  const assignmentsIn = async (cwd: string) => {
    const { stdout } = await runCommand(['split', '--dry-run', '--json', ...options], { cwd });
    const { assignments } = JSON.parse(stdout) as { assignments: { id: string }[] };
    return assignments.sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const cwd = townDataset({}, change);
  const expected = await assignmentsIn(cwd);
  expect(expected).toHaveLength(20);
  const path = join(cwd, 'claims/a.jsonl');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  writeFileSync(
    path,
    lines
      .filter((_, at) => at % 3 === 1)
      .map((line) => `${line}\n`)
      .join(''),
  );
  writeFileSync(
    join(cwd, 'claims/0.jsonl'),
    lines
      .filter((_, at) => at % 3 !== 1)
      .reverse()
      .map((line) => `${line}\n`)
      .join(''),
  );
  expect(await assignmentsIn(cwd)).toEqual(expected);
});

describe('grouping', () => {
  test('by section: the lead and the section below it stay whole', async () => {
    const cwd = townDataset({ groupBy: ['section'] });
    const { exitCode, stdout } = await runCommand(['split'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('2 groups of claims that stay together, the largest of 10');
    expect(stdout).toContain('shared sections 0');
    expect(lockOf(cwd)).toContain('"groupBy": ["section"],');
  });

  test('what grouping leaves out is a note, and no error', async () => {
    const cwd = townDataset();
    const { exitCode, stdout, stderr } = await runCommand(['split', '--group-by', 'none'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('20 groups of claims');
    expect(stderr).toMatch(/^note: shared evidence between splits: \d+\. split\.groupBy leaves them out\.$/m);
    expect(stderr).toContain('"groupBy":[]');
    expect(existsSync(join(cwd, 'splits.lock.json'))).toBe(false);
  });

  test('by annotator: of the journals; without them a sentence', async () => {
    const cwd = townDataset();
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
    expect(leakage.sharedAnnotator).toBe(0);
    const ids = ['c0', 'c5', 'c7', 'c9'];
    const splits = assignments.filter(({ id }) => ids.includes(id)).map(({ split }) => split);
    expect(new Set(splits).size).toBe(1);
  });

  test.each([
    [['--group-by', 'page']],
    [['--stratify-by', 'none']],
    [['--folds', '1']],
    [['--folds', '101']],
    [['--folds', '3', '--relock']],
    [['--drift', '--relock']],
    [['-o', 'x.jsonl']],
    [['--date', 'at', '--stratify-by', 'challenge']],
  ])('%j is refused', async (options) => {
    const { exitCode, stdout } = await runCommand(['split', ...options], { cwd: townDataset() });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });
});

test('by date: the earliest first, with the dates of each split', async () => {
  const cwd = townDataset({ date: 'published' }, (at) => ({
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
  const cwd = townDataset({ stratifyBy: ['label', 'evidence'] });
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
    const cwd = townDataset();
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
    const cwd = townDataset();
    const { exitCode, stderr } = await runCommand(['split', '--folds', '11', '-o', 'f.jsonl'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('1 of 11 folds would have no claims: there are 10 groups');
    expect(existsSync(join(cwd, 'f.jsonl'))).toBe(false);
  });

  test('--json prints the audit and every claim', async () => {
    const { stdout } = await runCommand(['split', '--folds', '2', '--json'], { cwd: townDataset() });
    expect(JSON.parse(stdout)).toMatchObject({
      folds: [{ fold: 1 }, { fold: 2 }],
      leakage: { duplicates: 0, nearDuplicates: 0, sharedSource: 0, sharedEvidence: 0 },
    });
  });
});

test('claims stay where they were locked when the grouping changes, which is told', async () => {
  const cwd = townDataset();
  await runCommand(['split'], { cwd });
  const lock = lockOf(cwd);
  const configure = (groupBy: readonly string[]) => {
    const path = join(cwd, 'claimset.config.json');
    const config = JSON.parse(readFileSync(path, 'utf8')) as { split: object };
    writeFileSync(path, JSON.stringify({ ...config, split: { ...config.split, groupBy } }));
  };
  const note =
    'note: the claims of splits.lock.json stay where they were put with other settings (split.groupBy: ';
  configure(['article']);
  const parted = await runCommand(['split'], { cwd });
  expect(parted.exitCode).toBe(1);
  expect(parted.stderr).toContain('share the article `A town`');
  expect(parted.stderr).toContain(`${note}the default when locked, ["article"] now).`);
  expect(lockOf(cwd)).toBe(lock);
  configure(['evidence']);
  const fewer = await runCommand(['split'], { cwd });
  expect(fewer.exitCode).toBe(0);
  expect(fewer.stderr).toContain(`${note}the default when locked, ["evidence"] now).`);
  expect(JSON.parse(lockOf(cwd))).toEqual({ ...JSON.parse(lock), groupBy: ['evidence'] });
  // The lock has the new settings now.
  expect((await runCommand(['split'], { cwd })).stderr).toBe('');
});

test('very many problems of a kind are counted, not told', async () => {
  const ratios = { train: 0.4, dev: 0.3, test: 0.3 };
  const cwd = townDataset({ ratios }, (at) => ({
    split: Object.keys(ratios)[at % 3],
    evidence: [[sentence(Math.floor(at / 3))]],
  }));
  const { stderr } = await runCommand(['split'], { cwd });
  expect(stderr.match(/^error: .* but they hang together/gm)).toHaveLength(10);
  expect(stderr).toContain(
    'error: parted-component: 3 more such; `claimset split --dry-run --json` names all\n',
  );
});

describe('drift', () => {
  test('without a lock there is nothing to compare with', async () => {
    const { exitCode, stderr } = await runCommand(['split', '--drift'], { cwd: townDataset() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Run `claimset split`, which writes it');
  });

  test('tells what was added, and leaves the lock alone', async () => {
    const cwd = townDataset();
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
    const cwd = townDataset();
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
